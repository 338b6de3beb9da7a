# Reads what go test -json wrote. Prints a line for each package and all that
# failed tests have printed; exits with 1 if a test failed or was skipped, for a
# check that does not run is not one. With mode=count prints only two numbers:
# tests passed and tests failed. A test with subtests stands for them and is not
# counted itself, one that ran in two files is counted once.

# field returns a string of the JSON object on this line, still escaped. No
# unescaped quote can occur inside another string, so that a search finds keys.
function field(name,    at, rest) {
	at = index($0, "\"" name "\":\"")
	if (!at) return ""
	rest = substr($0, at + length(name) + 4)
	match(rest, /^([^"\\]|\\.)*/)
	return substr(rest, 1, RLENGTH)
}

# plain undoes the escapes that go test uses.
function plain(s) {
	gsub(/\\\\/, "\001", s)
	gsub(/\\n/, "\n", s)
	gsub(/\\t/, "\t", s)
	gsub(/\\"/, "\"", s)
	gsub(/\\u003c/, "<", s)
	gsub(/\\u003e/, ">", s)
	gsub(/\\u0026/, "\\&", s)
	gsub(/\\u001b/, "", s)
	gsub("\001", "\\", s)
	return s
}

function show(text) { if (mode != "count") printf "%s", text }

# parent returns the key of the test that a subtest belongs to, or nothing.
function parent(key) {
	if (!match(key, /\/[^\/]*$/) || index(key, SUBSEP) > RSTART) return ""
	return substr(key, 1, RSTART - 1)
}

!/^\{/ { show($0 "\n"); broken = 1; next }

{
	action = field("Action")
	package = field("Package")
	key = package SUBSEP field("Test")
}

action == "build-output" { show(plain(field("Output"))) }
action == "output" { said[key] = said[key] plain(field("Output")) }

(action == "pass" || action == "fail" || action == "skip") && field("Test") != "" {
	result[key] = action
	if (parent(key) != "") inner[parent(key)] = 1
	number[package]++
	if (action != "pass") show("\n" said[key])
	delete said[key]
}

(action == "pass" || action == "fail") && field("Test") == "" {
	match($0, /"Elapsed":[0-9.]+/)
	if (number[package] || action == "fail")
		show(sprintf("%-5s %-32s %4d tests  %s s\n", action == "pass" ? "ok" : "FAIL", package, number[package], substr($0, RSTART + 10, RLENGTH - 10)))
	if (action == "fail") {
		show(said[key])
		result[key] = "fail"
	}
}

END {
	# A failure counts where it is: a test whose subtest failed, or a package
	# whose test did, only reports it.
	for (key in result)
		if (result[key] == "fail")
			for (above = parent(key); above != ""; above = parent(above)) reports[above] = 1
	for (key in result) {
		split(key, part, SUBSEP)
		if (result[key] == "fail" && part[2] != "") reports[part[1] SUBSEP] = 1
	}
	for (key in result) {
		if (result[key] == "pass") passed += !(key in inner)
		else failed += !(key in reports)
		if (result[key] == "skip") {
			split(key, part, SUBSEP)
			show("skipped: " part[1] " " part[2] "\n")
		}
	}
	if (mode == "count") print passed + 0, failed + broken
	else exit (failed + broken > 0 || passed == 0)
}
