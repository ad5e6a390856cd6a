// Scores the finders on labelled sentences.
#pragma once

#include <vector>

#include "evaluation/gold_sentences.h"
#include "evaluation/report.h"
#include "indexer/annotate/extractor.h"

namespace dateline {

/// Dates as multisets of intervals, row by row: a row is exact when both are equal; what is common
/// counts as found. Each row is one paragraph; one that begins with a date and a colon is a
/// chronology entry. Both ends of an interval must be right; nothing else of a date is looked at.
[[nodiscard]] Report evaluate_dates(const GoldSentences<DateSentence>& gold,
                                    const Extractor& extractor);

/// Countries as sets of codes, row by row.
[[nodiscard]] Report evaluate_countries(const GoldSentences<CountrySentence>& gold,
                                        const Extractor& extractor);

/// Persons as sets, row by row: a person is its name, case and marks aside. The first report counts
/// names alone, the second names with the country or the organization for which they act.
[[nodiscard]] std::vector<Report> evaluate_persons(const GoldSentences<PersonSentence>& gold,
                                                   const Extractor& extractor);

}  // namespace dateline
