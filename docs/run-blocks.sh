#!/usr/bin/env bash
# Does what pages of docs say, as somebody who follows them would: runs their sh blocks in order in a fresh copy of this folder,
# and looks whether the output has the lines of the text blocks that follow them. Needs bash, awk and a JDK 17.
#
#   docs/run-blocks.sh docs/tutorial.md                        in a fresh copy, built by its first command
#   docs/run-blocks.sh --built docs/tutorial.md docs/how-to/*  the copy takes over what is built here
#   docs/run-blocks.sh --copy DIR ...                          the copy is made in DIR and stays; if it is there, it is gone on with
#   docs/run-blocks.sh --show PAGE                             shows what blocks print and compares nothing: to write a page with
#
# In a page:
#   ```sh ... ```                  is run with bash -e; every block starts in the top folder
#   ```text ... ```                lines that the block before it must print, in this order; ... stands for anything
#   <!-- not run: why -->          before a block: it is left out, and that is told
#   <!-- exit 3 -->                before a block: the exit code that it ends with
#   <!-- check ... -->             commands that readers do not see, run after the block above
set -euo pipefail
cd "$(dirname "$0")/.."

built=
copy=
show=
pages=()
while [ $# -gt 0 ]; do
  case $1 in
    --built) built=yes ;;
    --copy) [ $# -gt 1 ] || { echo "run-blocks: --copy takes a folder" >&2; exit 2; }; copy=$2; shift ;;
    --show) show=yes ;;
    -*) echo "run-blocks: unknown option $1" >&2; exit 2 ;;
    *) pages+=("$1") ;;
  esac
  shift
done
[ ${#pages[@]} -gt 0 ] || { sed -n '2,17s/^# \{0,1\}//p' "$0"; exit 2; }
for page in "${pages[@]}"; do
  [ -f "$page" ] || { echo "run-blocks: there is no page $page" >&2; exit 2; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ---- a fresh copy: what is under version control, as it is now --------------------------------------------------------
fresh=yes
if [ -z "$copy" ]; then
  copy=$work/peil
elif [ -e "$copy" ]; then
  fresh=
fi
if [ -n "$fresh" ]; then
  mkdir -p "$copy"
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
      [ ! -e "$file" ] || printf '%s\0' "$file"
    done | tar --null -T - -cf - | tar -xf - -C "$copy"
  else
    tar --exclude=./out --exclude='*/target' -cf - . | tar -xf - -C "$copy"
  fi
  if [ -n "$built" ]; then
    [ -f jobs/target/peil.built ] || { echo "run-blocks: --built, and nothing is built here: ./peil --help builds it" >&2; exit 2; }
    mkdir -p "$copy/jobs/target"
    # not the archive of classes, which holds for one folder: the first command makes another
    find jobs/target -maxdepth 1 -type f ! -name 'peil.jsa' ! -name 'peil.trained' -exec cp -p {} "$copy/jobs/target/" \;
    touch "$copy/jobs/target/peil.built" # the folders of the sources are younger, what is in them is not
  fi
fi

# ---- a page into numbered blocks: N.sh with N.exit and N.line, N.text, N.check, N.skip ----------------------------------
split() { # page, folder
  awk -v to="$2/" '
    function file(kind) { return to sprintf("%03d", n) "." kind }
    checking { if ($0 ~ /^-->/) { checking = 0 } else { print > file("check") } next }
    fence == "" && /^<!-- check *$/ { checking = 1; next }
    fence == "" && /^<!-- not run: .* -->$/ { skip = $0; sub(/^<!-- not run: /, "", skip); sub(/ -->$/, "", skip); next }
    fence == "" && /^<!-- exit [0-9]+ -->$/ { code = $3; next }
    fence == "" && /^```/ {
      fence = substr($0, 4); if (fence == "") fence = "other"
      if (fence == "sh") {
        n++; text = 0
        print NR > file("line"); print code + 0 > file("exit")
        if (skip != "") print skip > file("skip")
        printf "" > file("sh")
        last = (skip == "")
      }
      skip = ""; code = 0
      next
    }
    fence != "" && /^```/ { fence = ""; next }
    fence == "sh" { print > file("sh"); next }
    fence == "text" && n { print > file("text") }
  ' "$1"
}

# ---- lines that must be in the output, in order; ... stands for anything -------------------------------------------------
missing() { # expected, output: prints the first line that is not there
  awk '
    function plain(line) { gsub(/[ \t]+/, " ", line); sub(/^ /, "", line); sub(/ $/, "", line); return line }
    function has(line, wanted,   parts, count, i, at) {
      count = split(wanted, parts, /\.\.\./)
      for (i = 1; i <= count; i++) {
        gsub(/^ | $/, "", parts[i])
        if (parts[i] == "") continue
        at = index(line, parts[i])
        if (at == 0) return 0
        line = substr(line, at + length(parts[i]))
      }
      return 1
    }
    NR == FNR { line = plain($0); if (line != "" && line != "...") wanted[++lines] = line; next }
    { if (next_line < lines && has(plain($0), wanted[next_line + 1])) next_line++ }
    END { if (next_line < lines) print wanted[next_line + 1] }
  ' "$1" "$2"
}

run=0
left_out=0
for page in "${pages[@]}"; do
  blocks=$work/blocks/$page
  mkdir -p "$blocks"
  split "$page" "$blocks"
  printf '\n%s\n' "$page"
  started=$SECONDS
  for block in "$blocks"/*.sh; do
    [ -f "$block" ] || { echo "  no sh blocks"; break; }
    name=${block%.sh}
    at=$page:$(cat "$name.line")
    if [ -f "$name.skip" ]; then
      printf '  %s  not run: %s\n' "$at" "$(cat "$name.skip")"
      left_out=$((left_out + 1))
      continue
    fi
    began=$SECONDS
    code=0
    (cd "$copy" && env -u PEIL_MEMORY bash -eo pipefail "$block") >"$name.out" 2>&1 </dev/null || code=$?
    if [ -n "$show" ]; then
      printf '  %s  exit code %s, %s s\n' "$at" "$code" "$((SECONDS - began))"
      sed 's/^/    | /' "$block" "$name.out"
      run=$((run + 1))
      continue
    fi
    if [ "$code" != "$(cat "$name.exit")" ]; then
      printf '  %s  FAILED with exit code %s, expected %s\n' "$at" "$code" "$(cat "$name.exit")"
      sed 's/^/    | /' "$block" "$name.out"
      exit 1
    fi
    if [ -f "$name.text" ]; then
      line=$(missing "$name.text" "$name.out")
      if [ -n "$line" ]; then
        printf '  %s  PRINTS SOMETHING ELSE: this line is not there (or not in this order):\n    > %s\n  but\n' "$at" "$line"
        sed 's/^/    | /' "$name.out"
        exit 1
      fi
    fi
    if [ -f "$name.check" ] &&
      ! (cd "$copy" && bash -eo pipefail "$name.check") >"$name.checked" 2>&1; then
      printf '  %s  THE CHECK AFTER IT FAILED\n' "$at"
      sed 's/^/    | /' "$name.check" "$name.checked"
      exit 1
    fi
    printf '  %s  ok, %s s%s%s\n' "$at" "$((SECONDS - began))" "$([ ! -f "$name.text" ] || echo ', prints what it says')" \
      "$([ ! -f "$name.check" ] || echo ', checked')"
    run=$((run + 1))
  done
  printf '  %s s in all\n' "$((SECONDS - started))"
done
printf '\n%s blocks run, %s left out\n' "$run" "$left_out"
[ "$run" -gt 0 ] || { echo "run-blocks: nothing was run, which cannot be meant" >&2; exit 1; }
