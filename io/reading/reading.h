#pragma once

#include <filesystem>

namespace io {

/// Outside files are parsed and decoded in child processes (needleplan-reader), which have little memory and little
/// time and can write nothing: what crashes, hangs or blows up there is one Error here. This says which program the
/// children run; before it is called, the needleplan-reader beside the running program. Call it before anything is
/// read.
void setReaderProgram(const std::filesystem::path& program);

/// Starts the children now, as many as there are cores, so that the first file does not wait for them (50 ms). They
/// start beside whatever comes next. Without effect where they cannot start: the first reading says so.
void startReaders();

/// Parses in this process instead. For tests of the parsers, fuzzers, and the reader program itself.
void readInThisProcess();

/// Parses in children again, after readInThisProcess().
void readInChildren();

}  // namespace io
