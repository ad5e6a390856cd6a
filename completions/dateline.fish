# fish completion for dateline. What may stand where is asked of the program itself: its commands, its options, the values of
# its filters, and what the index in force has.

function __dateline_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct | string unescape 2>/dev/null; or commandline -ct | string trim --left --chars '"\'')
    for line in ($words[1] complete -- $words[2..] "$typed" 2>/dev/null)
        set -l parts (string split \t -- $line)
        switch $parts[1]
            case file
                __fish_complete_path "$typed"
            case folder
                __fish_complete_directories "$typed"
            case '*'
                printf '%s\t%s\n' $parts[2] "$parts[3]"
        end
    end
end

complete -c dateline -f -a '(__dateline_complete)'
