#!/usr/bin/env bash
# Builds the release here and in a copy elsewhere, in another folder, time zone, language and file mask, and compares what came
# out, byte by byte: jars and archives.
#   jobs/src/test/release/reproducible.sh
# Takes twice the time of ./mvnw -Prelease -Dmaven.test.skip=true package.
set -euo pipefail

home=$(cd "$(dirname "$0")/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf -- '--- %s (%s s)\n' "$1" "$SECONDS"; }

# Not the thin jars, which are no part of it: they keep the modes of the files that they were made from
results() { # folder: sha256 and name of all that a release consists of
  (cd "$1" && sha256sum jobs/target/peil-cluster.jar jobs/target/peil-cluster-slim.jar jobs/target/peil-*.tar.gz)
}

say "building in $home"
(cd "$home" && ./mvnw -q -B -ntp -Prelease -Dmaven.test.skip=true package)

copy=$work/elsewhere/a-folder-with-a-longer-name
mkdir -p "$copy"
# What a clone would have, with changes that are not committed yet
(cd "$home" && git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
  [ ! -e "$file" ] || printf '%s\0' "$file"
done | tar -c --null -T - -f -) | tar -x -C "$copy" --no-same-permissions
find "$copy" -exec touch -d '2001-02-03 04:05:06' {} +
say "building in $copy"
(umask 077 && cd "$copy" && TZ=Pacific/Auckland LC_ALL=C ./mvnw -q -B -ntp -Prelease -Dmaven.test.skip=true \
  -Duser.timezone=Pacific/Auckland -Duser.language=tr -Duser.country=TR package)

say "comparing"
results "$home" >"$work/here"
results "$copy" >"$work/there"
if ! diff "$work/here" "$work/there"; then
  echo "reproducible.sh: expected the same bytes twice; the files above differ" >&2
  exit 1
fi
cat "$work/here"
say "the same bytes twice"
