#!/usr/bin/env bash
# Looks whether every link in the Markdown files leads somewhere: files and folders that are there, and headings of the file that
# is pointed at. Links to other sites are not followed. Needs bash and awk.
set -euo pipefail
cd "$(dirname "$0")/.."

mapfile -t files < <(git ls-files --cached --others --exclude-standard '*.md' 2>/dev/null | grep . || find . -name '*.md' -not -path '*/target/*')

# Anchors as forges make them from headings: small letters, blanks to dashes, other signs away
anchors() {
  awk '
    /^```/ { code = !code; next }
    code { next }
    /^#+ / {
      text = tolower($0); sub(/^#+ +/, "", text)
      gsub(/`|\*/, "", text)
      while (match(text, /\[[^]]*\]\([^)]*\)/)) {
        inner = substr(text, RSTART + 1, index(substr(text, RSTART), "]") - 2)
        text = substr(text, 1, RSTART - 1) inner substr(text, RSTART + RLENGTH)
      }
      gsub(/[^a-z0-9_ -]/, "", text)
      gsub(/ /, "-", text)
      count[text]++
      print text (count[text] > 1 ? "-" (count[text] - 1) : "")
    }
    { line = $0; while (match(line, /<a (id|name)="[^"]*"/)) { a = substr(line, RSTART, RLENGTH); sub(/.*="/, "", a); sub(/"$/, "", a); print a; line = substr(line, RSTART + RLENGTH) } }
  ' "$1"
}

links() { # line and target of every link outside code
  awk '
    /^ *```/ { code = !code; next }
    code { next }
    {
      line = $0
      gsub(/`[^`]*`/, "", line)
      while (match(line, /\]\([^)]*\)|(src|href)="[^"]*"/)) {
        target = substr(line, RSTART, RLENGTH)
        sub(/^\]\(|^(src|href)="/, "", target); sub(/[)"]$/, "", target); sub(/ ".*$/, "", target)
        print NR "\t" target
        line = substr(line, RSTART + RLENGTH)
      }
    }
  ' "$1"
}

dead=0
count=0
for file in "${files[@]}"; do
  [ -f "$file" ] || continue
  while IFS=$'\t' read -r line target; do
    case $target in *://* | mailto:*) continue ;; esac
    count=$((count + 1))
    path=${target%%#*}
    to=$file
    [ -z "$path" ] || to=$(dirname "$file")/$path
    if [ ! -e "$to" ]; then
      echo "$file:$line: there is no $target"
      dead=$((dead + 1))
    elif [ "$target" != "$path" ] && [ -f "$to" ]; then
      # not grep -q: with pipefail a writer that is cut off is a failure
      if ! grep -qxF -- "${target#*#}" <<<"$(anchors "$to")"; then
        echo "$file:$line: $to has no heading for #${target#*#}"
        dead=$((dead + 1))
      fi
    fi
  done < <(links "$file")
done
[ "$count" -gt 0 ] || { echo "check-links: no links found, which cannot be"; exit 1; }
echo "$count links in ${#files[@]} files, $dead of them dead"
[ "$dead" -eq 0 ]
