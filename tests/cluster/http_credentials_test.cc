#include <chrono>
#include <filesystem>
#include <map>
#include <string>

#include "cluster/http/cluster_error.h"
#include "cluster/http/credentials.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Variables = std::map<std::string, std::string>;

ClusterAccess access_of(const Variables& variables) {
  return read_access([&](const char* name) -> std::string_view {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string_view{} : std::string_view{found->second};
  });
}

// Nobody but its owner reads it.
std::filesystem::path secret_file(const TempDir& folder, std::string_view bytes) {
  const auto file = folder.write("secret", bytes);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  return file;
}

}  // namespace

TEST_CASE("credentials come from the environment", "[cluster][http]") {
  CHECK(access_of({}).credentials.is_empty());
  const auto pair =
      access_of({{"DATELINE_CLUSTER_USER", "me"}, {"DATELINE_CLUSTER_PASSWORD", "p:w"}});
  CHECK(pair.credentials.user == "me");
  CHECK(pair.credentials.password == "p:w");
  CHECK(access_of({{"DATELINE_CLUSTER_TOKEN", "abc"}}).credentials.token == "abc");
}

TEST_CASE("credentials come from a file of one's own", "[cluster][http]") {
  const TempDir folder;
  const auto file =
      secret_file(folder, "# of the index user\n\n user = me \r\npassword=a = b # c\n");
  const auto found = access_of({{"DATELINE_CLUSTER_CREDENTIALS", file.string()}}).credentials;
  CHECK(found.user == "me");
  CHECK(found.password == "a = b # c");
  CHECK(found.token.empty());
}

TEST_CASE("a file of credentials that others can read is refused", "[cluster][http]") {
  using std::filesystem::perms;
  const TempDir folder;
  for (const auto mode : {perms::group_read, perms::others_read, perms::group_write}) {
    const auto file = folder.write("secret", "token = hush");
    std::filesystem::permissions(file, perms::owner_read | perms::owner_write | mode);
    CHECK_THROWS_WITH(read_credentials_file(file), Catch::Contains("chmod 600"));
  }
}

TEST_CASE("credentials that cannot be meant are refused, and not shown", "[cluster][http]") {
  const TempDir folder;
  for (const auto* bytes :
       {"", "hush", "user = me", "password = hush", "token = hush\nuser = me\npassword = hush",
        "token = hush\ntoken = hush", "secret = hush", "user = m:e\npassword = hush",
        "token = hu\x01sh", "user = me\npassword ="}) {
    CAPTURE(bytes);
    const auto file = secret_file(folder, bytes);
    CHECK_THROWS_AS(read_credentials_file(file), ClusterUsageError);
    CHECK_THROWS_WITH(read_credentials_file(file), !Catch::Contains("hush"));
    std::filesystem::remove(file);
  }
  CHECK_THROWS_AS(read_credentials_file(folder.path()), ClusterUsageError);
  CHECK_THROWS_WITH(read_credentials_file(folder.path() / "none"), Catch::Contains("No such file"));
  const auto file = secret_file(folder, "token = hush").string();
  for (const auto& variables : {
           Variables{{"DATELINE_CLUSTER_USER", "me"}},
           Variables{{"DATELINE_CLUSTER_PASSWORD", "hush"}},
           Variables{{"DATELINE_CLUSTER_TOKEN", "hush\r\nX: y"}},
           Variables{{"DATELINE_CLUSTER_TOKEN", "hush"},
                     {"DATELINE_CLUSTER_USER", "me"},
                     {"DATELINE_CLUSTER_PASSWORD", "hush"}},
           Variables{{"DATELINE_CLUSTER_TOKEN", "hush"}, {"DATELINE_CLUSTER_CREDENTIALS", file}},
       }) {
    CHECK_THROWS_AS(access_of(variables), ClusterUsageError);
    CHECK_THROWS_WITH(access_of(variables), !Catch::Contains("hush"));
  }
}

TEST_CASE("patience is whole seconds, authorities a file", "[cluster][http]") {
  CHECK(access_of({}).patience == std::chrono::seconds{30});
  CHECK(access_of({{"DATELINE_CLUSTER_TIMEOUT", "5"}}).patience == std::chrono::seconds{5});
  for (const auto* text : {"0", "-1", "3601", "1.5", "5s", "x"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(access_of({{"DATELINE_CLUSTER_TIMEOUT", text}}), ClusterUsageError);
  }
  CHECK_THROWS_AS(access_of({{"DATELINE_CLUSTER_CA", "/nowhere/ca.pem"}}), ClusterUsageError);
}

}  // namespace dateline::test
