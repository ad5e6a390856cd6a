#include "cli/cluster_writing.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/Validators.hpp>
#include <array>
#include <utility>

#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/progress_bar.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "index/hex_hash.h"
#include "index/manifest.h"
#include "index/snapshot.h"
#include "language/display.h"
#include "presenter/amount.h"

namespace dateline {
namespace {

// "127-0-0-1-9201-archive-0123abcd": which archive, for people, and for sure.
std::string folder_name(const ClusterAddress& address) {
  constexpr std::size_t kHashDigits = 8;
  constexpr std::size_t kMaxReadable = 120;
  auto readable = address.base.substr(address.base.find("://") + 3) + "-" + address.name;
  for (char& c : readable) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!is_plain && c != '_') c = '-';
  }
  return fmt::format("{}-{}", readable.substr(0, kMaxReadable),
                     hex_hash(address.url()).substr(0, kHashDigits));
}

std::string place_of(const std::filesystem::path& copy) {
  std::array<char, 256> host{};
  (void)::gethostname(host.data(), host.size() - 1);
  return fmt::format("{}:{}", host.data(), copy.string());
}

std::string id_of(const std::filesystem::path& copy) {
  std::error_code unknown;
  return std::filesystem::exists(manifest_path(copy), unknown) ? read_manifest(copy).id
                                                               : std::string{};
}

std::string summary_of(const PublishReport& report, const ClusterAddress& address) {
  auto line = fmt::format("{}: {} sent, with {}", address.url(), plural(report.sent, "article"),
                          plural(report.sent_events, "event"));
  if (report.reused > 0) line += fmt::format("; {} were there already", with_commas(report.reused));
  if (report.taken_out > 0) {
    line += fmt::format("; {} older or gone {} taken out", with_commas(report.taken_out),
                        report.taken_out == 1 ? "version was" : "versions were");
  }
  return line + fmt::format("; generation {}\n", report.generation);
}

}  // namespace

void ClusterWriting::declare(CLI::App& command) {
  constexpr unsigned kMost = 1024;
  command
      .add_option(
          "--shards", shards,
          "Of a cluster's archive: parts of each of its indices (3); another number than it "
          "has writes it anew")
      ->check(CLI::Range(1U, kMost));
  command
      .add_option("--replicas", replicas,
                  "Of a cluster's archive: copies of each part (1, on a single node 0)")
      ->check(CLI::Range(0U, kMost));
  command.add_flag(
      "--replace-archive", replaces_other,
      "Let a cluster's archive that was written from another working copy become equal "
      "to this one; what only that one has is dropped");
}

void ClusterWriting::require_cluster(bool has_cluster) const {
  if (has_cluster || (!shards && !replicas && !replaces_other)) return;
  throw UsageError(
      "--shards, --replicas and --replace-archive are for archives in a cluster: give "
      "--cluster URL");
}

std::filesystem::path working_copy_of(const ClusterSite& site, const std::string& index_option) {
  const auto folder = index_option.empty()
                          ? data_folder() / "dateline-clusters" / folder_name(site.address)
                          : std::filesystem::path{index_option};
  return index_to_write(folder.string());
}

ClusterWriter::ClusterWriter(const ClusterSite& site, std::filesystem::path copy,
                             const ClusterWriting& options)
    : client_(site.address, site.access), copy_(std::move(copy)), options_(options) {}

PublishOptions ClusterWriter::options_for(const LockWait& wait) const {
  PublishOptions options;
  options.copy_place = place_of(copy_);
  options.replaces_other = options_.replaces_other;
  options.shards = options_.shards;
  options.replicas = options_.replicas;
  options.wait = wait;
  return options;
}

void ClusterWriter::prepare(const LockWait& wait, const std::stop_token& stop) {
  require_writable(client_, id_of(copy_), options_for(wait), stop);
}

int ClusterWriter::publish_copy(const LockWait& wait, const std::stop_token& stop, bool quiet,
                                bool anew) {
  const Snapshot snapshot(copy_);
  auto options = options_for(wait);
  options.anew = anew;
  PublishReport report;
  {
    ProgressBar bar(quiet ? nullptr : stderr);
    options.progress = [&bar](const PublishProgress& progress) { bar.update(progress); };
    report = publish(client_, snapshot, options, stop);
  }
  for (const auto& one : report.refused) {
    complain(
        fmt::format("'{}' was left out: the cluster does not take it ({})", one.id, one.reason));
  }
  if (report.interrupted) {
    complain("stopped: the cluster's archive is as it was; the same command goes on from there");
    return kInterrupted;
  }
  const bool is_changed = report.sent + report.reused + report.taken_out > 0 || anew;
  if (is_changed && !quiet) print(printable(summary_of(report, client_.address()), true));
  return report.refused.empty() ? kDone : kSkippedInputs;
}

}  // namespace dateline
