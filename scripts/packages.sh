# Names of the Debian packages that the project needs, and how to install those that are absent. To be sourced.

build_packages=(
  ccache cmake g++ iso-codes libcld2-dev libcli11-dev libcurl4-openssl-dev libfmt-dev libgmime-3.0-dev libicu-dev
  libkainjow-mustache-dev libmd4c-dev libmicrohttpd-dev libseccomp-dev libsimdjson-dev libstemmer-dev
  libtomlplusplus-dev libxapian-dev libxml2-dev libxxhash-dev libyaml-cpp-dev libzip-dev ninja-build
  nlohmann-json3-dev pkg-config poppler-utils wordnet-base zlib1g-dev
)
test_packages=(
  catch2 curl fish git jq librapidcheck-dev mandoc mypy openssl python3 python3-icalendar python3-jsonschema python3-pandas
  python3-xapian r-base-core strace xapian-omega xapian-tools zsh
)
cluster_packages=(curl default-jdk-headless maven) # OpenSearch nodes, by scripts/cluster
browser_packages=(chromium fonts-dejavu-core nodejs)
command -v npm >/dev/null || browser_packages+=(npm) # other packages of nodejs than Debian's have it in them
check_packages=(clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev)

# install_packages NAME...: as root, or through sudo. Does nothing, quickly, when all are there.
install_packages() {
  local absent=() name
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || absent+=("$name")
  done
  [ ${#absent[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "these Debian packages are needed, and neither root nor sudo is at hand: ${absent[*]}" >&2
      return 1
    }
    as_root=(sudo)
  fi
  echo "installing ${absent[*]}"
  "${as_root[@]}" apt-get update -q >/dev/null
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${absent[@]}" >/dev/null
}
