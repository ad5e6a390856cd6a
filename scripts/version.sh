# The version, and what is told of it: all from CMakeLists.txt, CHANGELOG.md and the last commit. To be sourced, from the
# project's root.

version=$(sed -n 's/^project(dateline VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

# Seconds since 1970 of the last commit: the time of all that is made of it.
commit_time() { git log -1 --format=%ct; }

# changes_of VERSION: its section of CHANGELOG.md, without the heading; nothing when there is none.
changes_of() { awk -v version="$1" '/^## / { on = ($2 == version); next } on' CHANGELOG.md; }

# debian_changelog SUITE: debian/changelog for a package of that release of Debian, or, when SUITE is empty, of none.
debian_changelog() {
  local revision
  case "$1" in
    bookworm) revision=1~deb12 ;;
    trixie) revision=1~deb13 ;;
    *) revision=1 ;;
  esac
  printf 'dateline (%s-%s) %s; urgency=medium\n\n' "$version" "$revision" "${1:-unstable}"
  printf '  * Version %s: /usr/share/doc/dateline/changelog.gz says what is new.\n\n' "$version"
  printf ' -- %s  %s\n' "$(sed -n 's/^Maintainer: //p' debian/control)" "$(date -u -R -d "@$(commit_time)")"
}
