#include "cluster/http/credentials.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

#include "cluster/http/cluster_error.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxFileBytes = 65'536;
constexpr int kMaxPatienceSeconds = 3600;

// A header of HTTP cannot hold them.
bool has_control(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
}

// `source` says where they come from.
void check(const Credentials& found, std::string_view source) {
  const auto refuse = [source](std::string_view reason) {
    throw ClusterUsageError(fmt::format("{}: {}", source, reason));
  };
  if (!found.token.empty() && !(found.user.empty() && found.password.empty()))
    refuse("give a user with a password, or a token, not both");
  if (found.user.empty() != found.password.empty())
    refuse(found.user.empty() ? "a password without a user" : "a user without a password");
  if (found.user.find(':') != std::string::npos) refuse("a user's name cannot hold a ':'");
  if (has_control(found.user) || has_control(found.password) || has_control(found.token))
    refuse("users, passwords and tokens cannot hold control characters");
}

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& file) noexcept
      : descriptor_{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)} {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(OpenFile&&) = delete;

  [[nodiscard]] int get() const noexcept { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void refuse_file(const std::filesystem::path& file, std::string_view reason) {
  throw ClusterUsageError(fmt::format("credentials {}: {}", file.string(), reason));
}

// Looks at the file that is open, so that none can take its place in between.
std::string read_own_file(const std::filesystem::path& file) {
  constexpr mode_t kOthers = 0077;
  const OpenFile open(file);
  struct stat info{};
  if (open.get() < 0 || ::fstat(open.get(), &info) != 0)
    refuse_file(file, std::generic_category().message(errno));
  if (!S_ISREG(info.st_mode)) refuse_file(file, "it is no file");
  if (info.st_uid != ::geteuid() && info.st_uid != 0) refuse_file(file, "it is another user's");
  if ((info.st_mode & kOthers) != 0) {
    refuse_file(file, fmt::format("others can read or write it: run chmod 600 {}", file.string()));
  }
  std::string bytes(kMaxFileBytes + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const auto got = ::read(open.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0) refuse_file(file, std::generic_category().message(errno));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > kMaxFileBytes) refuse_file(file, "it is too large to be one");
  bytes.resize(size);
  return bytes;
}

std::string_view without_blanks(std::string_view text) noexcept {
  constexpr std::string_view kBlanks = " \t\r";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// The value that a name stands for; nullptr: none.
std::string* value_of(std::string_view name, Credentials& found) noexcept {
  const std::array<std::pair<std::string_view, std::string*>, 3> values{
      {{"user", &found.user}, {"password", &found.password}, {"token", &found.token}}};
  const auto* const value =
      std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
  return value == values.end() ? nullptr : value->second;
}

std::chrono::seconds read_patience(std::string_view text) {
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 1 ||
      seconds > kMaxPatienceSeconds) {
    throw ClusterUsageError(fmt::format(
        "$DATELINE_CLUSTER_TIMEOUT '{}': give whole seconds, 1 to {}", text, kMaxPatienceSeconds));
  }
  return std::chrono::seconds{seconds};
}

}  // namespace

Credentials read_credentials_file(const std::filesystem::path& file) {
  const auto bytes = read_own_file(file);
  Credentials found;
  std::string_view rest = bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const auto line = without_blanks(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(rest.size(), rest.substr(0, rest.find('\n')).size() + 1));
    if (line.empty() || line.front() == '#') continue;
    const auto mark = line.find('=');
    auto* const value = value_of(without_blanks(line.substr(0, mark)), found);
    if (mark == std::string_view::npos || value == nullptr || !value->empty()) {
      refuse_file(file, fmt::format("line {}: write user = …, password = … or token = …, each once",
                                    number));
    }
    *value = without_blanks(line.substr(mark + 1));
  }
  check(found, fmt::format("credentials {}", file.string()));
  if (found.is_empty()) refuse_file(file, "it has neither a user nor a token");
  return found;
}

ClusterAccess read_access(const EnvironmentReader& environment) {
  const auto text = [&](const char* name) { return std::string{environment(name)}; };
  ClusterAccess access;
  access.credentials = {text("DATELINE_CLUSTER_USER"), text("DATELINE_CLUSTER_PASSWORD"),
                        text("DATELINE_CLUSTER_TOKEN")};
  check(access.credentials,
        "$DATELINE_CLUSTER_USER, $DATELINE_CLUSTER_PASSWORD, $DATELINE_CLUSTER_TOKEN");
  if (const auto file = text("DATELINE_CLUSTER_CREDENTIALS"); !file.empty()) {
    if (!access.credentials.is_empty()) {
      throw ClusterUsageError(
          "$DATELINE_CLUSTER_CREDENTIALS: credentials are in other variables, too; unset one way");
    }
    access.credentials = read_credentials_file(file);
  }
  access.ca_file = text("DATELINE_CLUSTER_CA");
  std::error_code unknown;
  if (!access.ca_file.empty() && !std::filesystem::is_regular_file(access.ca_file, unknown)) {
    throw ClusterUsageError(
        fmt::format("$DATELINE_CLUSTER_CA: there is no file {}", access.ca_file.string()));
  }
  if (const auto seconds = text("DATELINE_CLUSTER_TIMEOUT"); !seconds.empty())
    access.patience = read_patience(seconds);
  return access;
}

}  // namespace dateline
