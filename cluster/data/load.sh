#!/bin/sh
# Loads this export into OpenSearch:   sh load.sh http://127.0.0.1:9200 archive
# $CURL may stand for curl with options: CURL='curl --netrc' sh load.sh …
set -eu
cd "$(dirname "$0")"
[ $# -eq 2 ] || { echo "usage: sh load.sh URL NAME" >&2; exit 2; }
url=${1%/} name=$2
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

ask() { # METHOD PATH TYPE FILE
  code=$(${CURL:-curl} -sS -X "$1" "$url/$2" -H "Content-Type: application/$3" --data-binary "@$4" \
    -o "$answer" -w '%{http_code}') || exit 1
  case $code in
    2*) ;;
    *) cat "$answer" >&2; echo >&2; echo "load.sh: $1 $url/$2: $code" >&2; exit 1 ;;
  esac
}

for kind in articles events; do
  ask PUT "$name-$kind-1" json "$kind.mapping.json"
  for file in "$kind"-*.ndjson; do
    [ -e "$file" ] || continue
    ask POST "$name-$kind-1/_bulk?filter_path=errors,items.*.error,items.*._id" x-ndjson "$file"
    grep -q '"errors":false' "$answer" || { cat "$answer" >&2; echo "load.sh: $file" >&2; exit 1; }
  done
  ask POST "$name-$kind-1/_refresh" json /dev/null
done
sed "s/ARCHIVE/$name/g" aliases.json | ask POST _aliases json -
