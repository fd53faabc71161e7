#pragma once

#include <filesystem>

namespace io {

/// Outside files are read in three steps. A child process (needleplan-reader), which has little memory and little time
/// and can write nothing, parses the file with the parsers of io/dicom, io/structures and io/report: what crashes,
/// hangs or blows up there is one Error here. It answers with plain values: a header (dicom::Instance), the counts of a
/// slice or the masks of structures, whose voxels it puts into shared memory, or a report's tree of content
/// (report::ReportTree). The parent believes nothing of it that is out of bounds (messages.h), and makes of it what the
/// program works with: a scan (scan.h), a volume (ct_reader.h), a run of frames (fluoroscopy_run.h), structures
/// (structure_reader.h), a plan or a control (report_reader.h):
///
///     io::startReaders();
///     planning::Progress progress;
///     const auto found = io::dicom::scan(folder, progress);
///     const auto volume = io::readCt(found->series.front(), progress);
///
/// This header says where the children come from. First which program they run; before it is called, the
/// needleplan-reader beside the running program. Call it before anything is read.
void setReaderProgram(const std::filesystem::path& program);

/// Starts the children now, as many as there are cores, so that the first file does not wait for them (50 ms). They
/// start beside whatever comes next. Without effect where they cannot start: the first reading says so.
void startReaders();

/// Parses in this process instead. For tests of the parsers, and fuzzers.
void readInThisProcess();

/// Parses in children again, after readInThisProcess().
void readInChildren();

/// Whether files are parsed in this process.
bool readsInThisProcess();

}  // namespace io
