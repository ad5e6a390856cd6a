// Decides what organization each name of a text stands for.
#pragma once

#include "language/organizations/organization_text.h"

namespace dateline::organizations {

/// Sets `organization` of the candidates that are mentions. Linear in the text.
void resolve(Text& text, const Table& table);

}  // namespace dateline::organizations
