#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <numbers>

#include "io/reading/ct_reader.h"
#include "io/reading/reading.h"
#include "io/reading/report_reader.h"
#include "io/reading/structure_reader.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/io/structures/made_rtstruct.h"
#include "tests/io/structures/made_seg.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

/// What became of one file, in a process of its own with a reader of its own.
struct Outcome {
  fs::path file;
  std::string text;  ///< "refused: ...", "read", or "" when the program itself died
  double seconds = 0;
  double processorSeconds =
      0;              ///< of the program and its readers: what the seconds are on a machine that is not shared
  double peakMb = 0;  ///< of the program or its reader, whichever is larger
};

std::string asSeries(const fs::path& file) {
  planning::Progress progress;
  const auto found = io::dicom::scan(file, progress);
  if (!found) return "refused: " + found.error().code;
  std::string text;
  for (const auto& series : found->series) {
    text += text.empty() ? "" : "; ";
    if (series.refusal) {
      text += "refused: " + series.refusal->code;
    } else if (series.slices.empty()) {
      text += "listed: " + series.identity.modality;
    } else {
      const auto volume = io::readCt(series, progress);
      text += volume ? "read" : "refused: " + volume.error().code;
    }
  }
  for (const auto& rejected : found->rejectedFiles) text += (text.empty() ? "" : "; ") + rejected.reason.code;
  return text;
}

/// For a scan of the patient and frame of reference that made files have, so that they are read as far as they can be.
std::string asStructures(const fs::path& file) {
  planning::Volume scan;
  scan.identity = made::scanIdentity();
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(itk::Size<3>{{512, 512, 100}});
  planning::Progress progress;
  const auto set = io::readStructures(file, scan, progress);
  return set ? "read " + std::to_string(set->structures.size()) : "refused: " + set.error().code;
}

std::string asPlan(const fs::path& file) {
  const auto plan = io::report::readPlan(file);
  return plan ? "read" : "refused: " + plan.error().code;
}

/// Every way in which a person can open a file.
std::string attempt(const fs::path& file) {
  return asSeries(file) + " | " + asStructures(file) + " | " + asPlan(file);
}

Outcome tryInAProcess(const fs::path& file) {
  Outcome outcome{file, {}, 0, 0, 0};
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("pipe");
  const auto start = std::chrono::steady_clock::now();
  const pid_t process = fork();
  if (process == 0) {
    io::setReaderProgram({});  // not the readers of the process that forked
    alarm(60);
    const auto text = attempt(file);
    io::setReaderProgram({});  // its reader ends and is counted
    const bool written = write(ends[1], text.data(), text.size()) >= 0;
    _exit(written ? 0 : 1);
  }
  close(ends[1]);
  std::array<char, 4096> buffer;
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;)
    outcome.text.append(buffer.data(), static_cast<std::size_t>(got));
  close(ends[0]);
  rusage used{};
  int status = 0;
  wait4(process, &status, 0, &used);
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const auto secondsOf = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  outcome.processorSeconds = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
  outcome.peakMb = static_cast<double>(used.ru_maxrss) / 1024;
  return outcome;
}

/// A table of the outcomes, for people.
void writeTable(const std::vector<Outcome>& outcomes, const fs::path& folder, const std::string& name) {
  std::ofstream table(name);
  table << "| file | as series | as structures | as plan | seconds, all three | of a processor | peak MB |\n"
        << "|---|---|---|---|---|---|---|\n";
  for (const auto& outcome : outcomes)
    table << "| " << fs::relative(outcome.file, folder).string() << " | " << outcome.text << " | " << outcome.seconds
          << " | " << outcome.processorSeconds << " | " << outcome.peakMb << " |\n";
  std::cout << "table: " << fs::absolute(name) << "\n";
}

double idleMb() {
  const support::TemporaryFolder folder;
  made_ct::write(made_ct::Ct{}, folder.path());
  return tryInAProcess(folder.path() / "0.dcm").peakMb;
}

std::vector<Outcome> tryAll(const fs::path& folder) {
  const double idle = idleMb();
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Outcome> outcomes;
  for (const auto& file : files) {
    outcomes.push_back(tryInAProcess(file));
    EXPECT_FALSE(outcomes.back().text.empty()) << file << " killed the program";
    EXPECT_LT(outcomes.back().peakMb, idle + 256) << file;
  }
  return outcomes;
}

/// A gzip stream of one byte, again and again, behind a head.
void writeBomb(const fs::path& file, const std::string& plainHead, const std::string& head, std::size_t bytes,
               char byte) {
  std::ofstream(file, std::ios::binary) << plainHead;
  const gzFile packed = gzopen(file.c_str(), "ab9");
  gzwrite(packed, head.data(), static_cast<unsigned>(head.size()));
  const std::string piece(1 << 20, byte);
  for (std::size_t done = 0; done < bytes; done += piece.size())
    gzwrite(packed, piece.data(), static_cast<unsigned>(piece.size()));
  gzclose(packed);
}

std::string niftiHead(int columns, int rows, int planes) {
  std::string head(352, '\0');
  const auto put = [&](std::size_t at, auto value) { std::memcpy(head.data() + at, &value, sizeof value); };
  put(0, std::int32_t{348}), put(40, std::int16_t{3}), put(42, static_cast<std::int16_t>(columns));
  put(44, static_cast<std::int16_t>(rows)), put(46, static_cast<std::int16_t>(planes)), put(70, std::int16_t{2});
  put(72, std::int16_t{8}), put(108, 352.0f), put(123, char{2}), put(254, std::int16_t{1});
  for (std::size_t i = 0; i < 3; ++i) put(80 + 4 * i, 1.0f), put(280 + 20 * i, 1.0f);
  head.replace(344, 3, "n+1");
  return head;
}

std::string nrrdHead(const std::string& sizes) {
  return "NRRD0004\ntype: uint8\ndimension: 3\nspace: left-posterior-superior\nsizes: " + sizes +
         "\nspace directions: (1,0,0) (0,1,0) (0,0,1)\nspace origin: (0,0,0)\nencoding: gzip\n\n";
}

/// A small SEG whose header claims more than its pixels can be.
void writeSeg(const fs::path& folder, const std::string& name, int rows, int columns,
              const std::function<void(DcmDataset&)>& change) {
  made::Seg seg;
  for (const double z : {0.0, 2.0})
    seg.frames.push_back({1, planning::makePoint(0, 0, z), std::vector<std::uint8_t>(35)});
  seg.change = [&](DcmDataset& dataset) {
    dataset.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(rows));
    dataset.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(columns));
    change(dataset);
  };
  fs::rename(made::write(seg, folder), folder / name);
}

/// Two outlines far apart, or thousands of points in one.
void writeOutlines(const fs::path& file, double extent, double height, int points) {
  made::Roi roi;
  for (const double z : {0.0, 0.02, height}) {
    made::Contour contour;
    for (int i = 0; i < points; ++i) {
      const double angle = 2 * std::numbers::pi * i / points;
      contour.points.push_back(planning::makePoint(extent * std::cos(angle), extent * std::sin(angle), z));
    }
    roi.contours.push_back(contour);
  }
  made::writeRtStruct({roi}, file);
}

/// What the tool does not make: structures and label maps that mean harm.
void writeHostileStructures(const fs::path& folder) {
  const std::size_t big = std::size_t{500} << 20;
  writeBomb(folder / "nifti_bomb_of_zeros.nii.gz", {}, niftiHead(1000, 1000, 500), big, 0);
  writeBomb(folder / "nifti_bomb_of_ones.nii.gz", {}, niftiHead(1000, 1000, 500), big, 1);
  writeBomb(folder / "nifti_that_claims_two_gigabytes.nii.gz", {}, niftiHead(1000, 1000, 2000), std::size_t{4} << 20,
            1);
  writeBomb(folder / "nrrd_bomb_of_zeros.nrrd", nrrdHead("1000 1000 500"), {}, big, 0);
  writeBomb(folder / "nrrd_that_claims_a_terabyte.nrrd", nrrdHead("10000 10000 10000"), {}, std::size_t{4} << 20, 0);
  writeSeg(folder, "seg_of_65535_squared.dcm", 65535, 65535, [](DcmDataset&) {});
  writeSeg(folder, "seg_of_two_thousand_million_frames.dcm", 5, 7,
           [](DcmDataset& d) { d.putAndInsertString(DCM_NumberOfFrames, "2147483647"); });
  writeSeg(folder, "seg_planes_a_kilometre_apart.dcm", 5, 7, [](DcmDataset& d) {
    DcmItem *frame = nullptr, *place = nullptr;
    d.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, 1);
    frame->findOrCreateSequenceItem(DCM_PlanePositionSequence, place);
    place->putAndInsertString(DCM_ImagePositionPatient, "0\\0\\1000000");
  });
  writeOutlines(folder / "rtstruct_planes_far_apart.dcm", 1000, 390, 40);
  writeOutlines(folder / "rtstruct_beyond_the_scanner.dcm", 99999, 4, 40);
  writeOutlines(folder / "rtstruct_of_many_points.dcm", 200, 0.04, 3000);
}

TEST(Hostile, killsAndBloatsNothing) {
  const fs::path tool = fs::path(NEEDLEPLAN_SHARED_DATA) / ".." / "tools" / "make_hostile.py";
  if (!fs::exists(tool)) GTEST_SKIP() << "NOT TESTED: no " << tool;
  const support::TemporaryFolder folder;
  const auto command = "python3 '" + tool.string() + "' '" + folder.path().string() + "'";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  const auto outcomes = tryAll(folder.path());
  EXPECT_GE(outcomes.size(), 20u);
  for (const auto& outcome : outcomes)
    EXPECT_EQ(outcome.text.find("read"), std::string::npos) << outcome.file << outcome.text;
  writeTable(outcomes, folder.path(), "hostile_table.md");
}

TEST(HostileStructures, killAndBloatNothing) {
  const support::TemporaryFolder folder;
  writeHostileStructures(folder.path());
  const auto outcomes = tryAll(folder.path());
  EXPECT_GE(outcomes.size(), 10u);
  writeTable(outcomes, folder.path(), "hostile_structures_table.md");
}

TEST(Malformed, killsAndBloatsNothingSlow) {
  const fs::path folder = fs::path(NEEDLEPLAN_SHARED_DATA) / "malformed";
  if (!fs::exists(folder)) GTEST_SKIP() << "NOT TESTED: no " << folder;
  writeTable(tryAll(folder), folder, "malformed_table.md");
}

TEST(Malformed, isScannedAsAWhole) {
  const fs::path folder = fs::path(NEEDLEPLAN_SHARED_DATA) / "malformed";
  if (!fs::exists(folder)) GTEST_SKIP() << "NOT TESTED: no " << folder;
  planning::Progress progress;
  const auto found = io::dicom::scan(folder, progress);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->series.empty());
  EXPECT_FALSE(found->rejectedFiles.empty());
  for (const auto& series : found->series)
    if (series.loadable && !series.slices.empty()) io::readCt(series, progress);
}

}  // namespace
