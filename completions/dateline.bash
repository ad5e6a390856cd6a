# bash completion for dateline. What may stand where is asked of the program itself: its commands, its options, the values of
# its filters, and what the index in force has.

# The words up to the cursor, as they were typed: bash cuts them at `:` and `=`, which belong to ours.
_dateline_words() {
  local line=${COMP_LINE:0:COMP_POINT} rest piece i
  rest=$line
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    if ((i > 0)) && [[ $rest != [[:blank:]]* && -n $rest ]]; then
      words[-1]+=$piece
    else
      rest=${rest#"${rest%%[![:blank:]]*}"}
      words+=("$piece")
    fi
    if ((i == COMP_CWORD)); then
      # of the last word, only what stands before the cursor
      [[ -n $piece ]] && words[-1]=${words[-1]%"$piece"}$rest
    fi
    rest=${rest#"$piece"}
  done
}

_dateline() {
  local words typed quote='' kind text _note broken word clean=()
  _dateline_words
  typed=${words[-1]}
  case $typed in
    \'* | \"*) quote=${typed:0:1} typed=${typed:1} ;;
    *) typed=${typed//\\/} ;;
  esac
  for word in "${words[@]:1:${#words[@]}-2}"; do
    clean+=("${word//[\'\"\\]/}")
  done
  ((${#words[@]} > 1)) || return 0
  # readline replaces what stands behind the last of its own breaks
  broken=''
  if [[ -z $quote && $COMP_WORDBREAKS == *:* ]]; then
    broken=${typed%"${typed##*[:=]}"}
    [[ $typed == *[:=]* ]] || broken=''
  fi
  COMPREPLY=()
  while IFS=$'\t' read -r kind text _note; do
    case $kind in
      whole) ;;
      open) compopt -o nospace ;;
      file)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "${typed#"$broken"}")
        return
        ;;
      folder)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "${typed#"$broken"}")
        return
        ;;
    esac
    [[ ${text:0:${#broken}} == "$broken" ]] && text=${text:${#broken}}
    [[ -n $quote ]] || printf -v text '%q' "$text"
    COMPREPLY+=("$text")
  done < <("${words[0]/#\~/$HOME}" complete -- "${clean[@]}" "$typed" 2>/dev/null)
}

complete -F _dateline dateline
