# Bare Debians of other releases, in folders below build/. To be sourced, from the project's root, as root.

# debian_root_is_possible SCRIPT: says so, and fails, when a root cannot be made here.
debian_root_is_possible() {
  if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    echo "$1 needs root and the package debootstrap" >&2
    return 1
  fi
}

# bare_root SUITE FOLDER: the smallest Debian of that release in FOLDER, unless it is there. Packages come from
# $DEBIAN_MIRROR, or from where this machine takes its own. What was made once is kept in build/bare-SUITE.
bare_root() {
  local suite=$1 folder=$2 bare=$PWD/build/bare-$1 mirror
  [ ! -e "$folder/complete" ] || return 0
  if [ ! -e "$bare/complete" ]; then
    mirror=${DEBIAN_MIRROR-$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' |
      grep -v security | head -n 1)}
    rm -rf "$bare"
    mkdir -p "$bare"
    debootstrap --variant=minbase "$suite" "$bare" "$mirror" >"$bare.log"
    touch "$bare/complete"
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  cp -a "$bare/." "$folder"
}

# open_root FOLDER: with the system's files that programs need; close_root takes them away again.
open_root() {
  close_root "$1"
  mount -t proc proc "$1/proc"
  mount --rbind --make-rslave /dev "$1/dev"
}

close_root() {
  local place
  for place in shared proc dev; do
    if mountpoint -q "$1/$place"; then umount --recursive "$1/$place"; fi
  done
}

# in_root FOLDER COMMAND...: runs it there, with nothing of this shell's surroundings but the terminal and RUN_WITH.
in_root() {
  local folder=$1
  shift
  chroot "$folder" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TERM="${TERM-dumb}" \
    DEBIAN_FRONTEND=noninteractive "${RUN_WITH[@]}" "$@"
}
RUN_WITH=() # NAME=VALUE...: what in_root sets besides

# copy_sources FOLDER: what git knows, as it lies here, and nothing that was built; files keep their times, so that a
# second run builds only what has changed.
copy_sources() {
  mkdir -p "$1"
  git ls-files --cached --others --exclude-standard -z |
    while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done |
    tar --create --null --files-from=- | tar --extract --directory="$1"
}
