// The completion scripts of the shells.
/**
 * What makes each shell ask `ussg complete` for the words that fit, and quotes them so that the parentheses of
 * `(b)(1)(A)` reach the program. Nothing of what was typed is run. The completion library's own scripts are not used:
 * they leave the parentheses bare, and build command lines from what was typed.
 */
export const scripts = {
	bash: `_ussg() {
	local word value open files= before= quoting=$'[\\\\\\\\"\\']' typed=()
	# Readline parts --edition=YEAR at the sign, and 18:1951 at the colon.
	for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
		if [[ \${#typed[@]} -gt 0 && ($word == [=:] || \${typed[\${#typed[@]} - 1]} == --*= || \${typed[\${#typed[@]} - 1]} == *:) ]]; then
			typed[\${#typed[@]} - 1]+=$word
		else
			typed+=("$word")
		fi
	done
	[[ $word == [\\"\\']* ]] && open=1
	value=\${typed[\${#typed[@]} - 1]#--*=}
	[[ $open || $word == "$value" ]] || before=\${value%"\${value##*:}"}
	COMPREPLY=()
	while IFS=$'\\t' read -r value _; do
		case $value in
			:files) files=1 ;;
			:*) ;;
			*) [[ $open ]] || printf -v value %q "$value"
				COMPREPLY+=("\${value#"$before"}") ;;
		esac
	done < <(ussg complete -- "\${typed[@]//$quoting/}" 2>/dev/null)
	[[ -z $files ]] || compopt -o default
}
complete -F _ussg ussg
`,
	zsh: `#compdef ussg
_ussg() {
	local line files
	local -a values shown
	while IFS= read -r line; do
		case $line in
			:files) files=1 ;;
			:*) ;;
			*)
				values+=("\${line%%$'\\t'*}")
				shown+=("\${line/$'\\t'/  }")
				;;
		esac
	done < <(ussg complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)
	[[ $PREFIX != --*=* ]] || compset -P '*='
	[[ -z $files ]] || _files
	compadd -V ussg -l -d shown -a values
}
if [[ $funcstack[1] == _ussg ]]; then
	_ussg "$@"
else
	compdef _ussg ussg
fi
`,
	fish: `function __ussg_complete
	set -l typed (commandline -opc)
	set -e typed[1]
	set -l word (commandline -ct | string replace -ra '[\\\\\\\\"\\']' '')
	set -l flag (string match -r -- '^--[^=]+=' "$word")
	for line in (ussg complete -- $typed "$word" 2>/dev/null)
		switch $line
			case ':files'
				printf '%s\\n' "$flag"(complete -C "'' "(commandline -ct | string replace -- "$flag" ''))
			case ':*'
			case '*'
				echo "$flag$line"
		end
	end
end
complete -c ussg -e
complete -c ussg -f -k -a '(__ussg_complete)'
`,
	powershell: `Register-ArgumentCompleter -Native -CommandName ussg -ScriptBlock {
	param($wordToComplete, $commandAst, $cursorPosition)
	$words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition })
	$typed = @($words | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text -replace '[\\x60"'']', '' })
	# An empty argument is lost on its way out of older versions; this one arrives.
	if ($words[-1].Extent.EndOffset -lt $cursorPosition) { $typed += '""' }
	$flag = if ($wordToComplete -match '^--[^=]+=') { $Matches[0] } else { '' }
	$encoding = [Console]::OutputEncoding
	[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
	try { $lines = @(ussg complete '--' @typed 2>$null) } finally { [Console]::OutputEncoding = $encoding }
	# Where nothing is offered, PowerShell offers files by itself.
	$lines | Where-Object { $_ -and -not $_.StartsWith(':') } | ForEach-Object {
		$value, $description = $_ -split "\\t", 2
		$text = if ($value -match '[^\\w./:-]') { "'" + ($value -replace "'", "''") + "'" } else { $value }
		if (-not $description) { $description = $value }
		[System.Management.Automation.CompletionResult]::new("$flag$text", $value, 'ParameterValue', $description)
	}
}
`,
};
