# How the scripts build. To be sourced, from the project's root.

# build PRESET [TARGET...]: configures when the presets are newer than the build, and builds. Ninja shows how far it is in one
# line on a terminal; elsewhere nothing but what is wrong, and at the end how long it took.
build() {
  local preset=$1 started=$SECONDS
  shift
  if [ ! "build/$preset/build.ninja" -nt CMakePresets.json ]; then
    cmake --preset "$preset" >/dev/null
    touch "build/$preset/build.ninja"  # which stays as it is when nothing in it changes
  fi
  if [ -t 1 ]; then
    NINJA_STATUS='building %f of %t ' ninja -C "build/$preset" "$@"
  else
    ninja -C "build/$preset" --quiet "$@"
  fi
  echo "built build/$preset in $((SECONDS - started)) s"
}
