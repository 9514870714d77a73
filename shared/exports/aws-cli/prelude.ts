/** The fixed part of `apply.sh`. Nothing of a design is in it. */

export const HEAD = `#!/bin/sh
# Makes the resources of this folder in AWS, in order, by the AWS CLI (version 2). Run it by: sh apply.sh
#
# It may be run again, after a failure or a change: what is there already is found by its name, or by the file
# apply.state, in which the script keeps the identifiers that AWS gave to what has no name. Keep that file.
# What is there is not changed, except that services get the new revision of their task definition.
`

export const FUNCTIONS = `
# JMESPath has backticks of its own; not every function is used.
# shellcheck disable=SC2016,SC2034
set -eu

case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
state=\${APPLY_STATE:-$here/apply.state}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
umask 077
input=$work/input.json
errors=$work/errors
found=
missing=
tab=$(printf '\\t')
newline='
'
AWS_PAGER=
export AWS_PAGER

say() { printf '%s\\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# Notes an environment variable that lacks: ask NAME VALUE MEANING
ask() {
  [ -n "$2" ] || missing="$missing$newline  $1: $3"
}

# Values go into JSON as they are, so they may hold nothing that JSON reads: plain NAME VALUE
plain() {
  case $2 in *\\"* | *\\\\* | *"$newline"*) stop "$1 may not hold quotation marks, backslashes or line breaks." ;; esac
}

# Text with every occurrence of a part replaced, in $replaced: replace TEXT PART BY
replace() {
  rest=$1
  replaced=
  while :; do
    case $rest in
      *"$2"*) replaced=$replaced\${rest%%"$2"*}$3 rest=\${rest#*"$2"} ;;
      *) break ;;
    esac
  done
  replaced=$replaced$rest
}

# Any text as the inside of a JSON string, in $replaced: escape TEXT
escape() {
  replace "$1" \\\\ \\\\\\\\
  replace "$replaced" \\" \\\\\\"
  replace "$replaced" "$newline" '\\n'
  replace "$replaced" "$tab" '\\t'
}

# a,b as "a","b", in $replaced: items LIST
items() {
  replace "$1" ' ' ''
  replace "$replaced" ',' '","'
  replaced="\\"$replaced\\""
}

# What is in a file, in $text: contents FILE
contents() {
  text=
  while IFS= read -r line || [ -n "$line" ]; do text=$text$line$newline; done <"$1"
}

# Writes an input with what is known by now in the place of its marks: fill FILE [MARK VALUE]...
fill() {
  contents "$here/$1"
  shift
  while [ $# -gt 1 ]; do
    replace "$text" "$1" "$2"
    text=$replaced
    shift 2
  done
  printf '%s' "$text" >"$input"
}

# Looks for something that may be there already; $found is empty if it is not: look SERVICE COMMAND ARGUMENT...
look() {
  if found=$(aws "$@" --output text 2>"$errors"); then
    case $found in None*) found= ;; esac
    return 0
  fi
  found=
  contents "$errors"
  case $text in
    *NotFound* | *NoSuch* | *NonExist* | *NotExist* | *'does not exist'* | *'not found'* | *MISSING*) ;;
    *) stop "$text" ;;
  esac
}

# Makes a call with the input; $found is what --query asked for: make SERVICE COMMAND ARGUMENT...
make() {
  found=$(aws "$@" --cli-input-json "file://$input" --output text)
}

# The same, where an error tells that it was made before: try ERROR SERVICE COMMAND ARGUMENT...
try() {
  tolerated=$1
  shift
  if found=$(aws "$@" --cli-input-json "file://$input" --output text 2>"$errors"); then return 0; fi
  contents "$errors"
  case $text in *"$tolerated"*) say '  is there already' ;; *) stop "$text" ;; esac
}

# What was kept under a name in an earlier run, in $found: recall NAME
recall() {
  found=
  [ -f "$state" ] || return 0
  while IFS= read -r line; do
    case $line in "$1="*) found=\${line#*=} ;; esac
  done <"$state"
}

keep() { printf '%s=%s\\n' "$1" "$2" >>"$state"; }

# Takes the first of several identifiers from $found, in $first.
next() {
  first=\${found%%"$tab"*}
  found=\${found#*"$tab"}
}

# Waits until a command answers a word: until_is WORD SERVICE COMMAND ARGUMENT...
until_is() {
  word=$1
  shift
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    [ "$(aws "$@" --output text)" != "$word" ] || return 0
    sleep 10
  done
  stop "Waited in vain for $word: aws $*"
}
`
