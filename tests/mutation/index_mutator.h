// Damages indexes, at random and on purpose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace dateline::test {

/// Changes an index so that it is damaged, or crafted: what is changed, and whether the checksums
/// are made to fit it again, is drawn. The same seed draws the same.
class IndexMutator {
 public:
  explicit IndexMutator(std::uint64_t seed) : random_(seed) {}

  /// Changes the index once. @return what was done, for a report.
  std::string mutate(const std::filesystem::path& index);

 private:
  std::string damage_bytes(const std::filesystem::path& index);
  std::string overwrite_run(const std::filesystem::path& index);
  std::string craft_column(const std::filesystem::path& index);
  std::string craft_glass(const std::filesystem::path& index);
  std::string craft_json(const std::filesystem::path& index);
  std::string resize(const std::filesystem::path& index);
  std::string take_away(const std::filesystem::path& index);
  std::string swap_files(const std::filesystem::path& index);
  std::string put_no_file(const std::filesystem::path& index);

  [[nodiscard]] std::size_t below(std::size_t end);
  [[nodiscard]] std::filesystem::path any_file(const std::filesystem::path& index);
  [[nodiscard]] std::filesystem::path any_segment(const std::filesystem::path& index);
  /// A number of one or two bytes, at which something ends or near `value`.
  [[nodiscard]] std::uint32_t number_near(std::uint32_t value);
  std::string craft_block(std::string& bytes);
  /// Half of the time makes the checksums fit again.
  /// @return what was done, for the report.
  std::string reseal(const std::filesystem::path& index);

  std::mt19937_64 random_;
};

}  // namespace dateline::test
