// Package gemdata holds the file of the Gemstones' losses for those that read
// it, one for the shapes and one for the runs, so that it is kept once. In the
// browser it is empty: the file is fetched.
package gemdata
