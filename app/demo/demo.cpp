#include "app/demo/demo.h"

#include <QJsonDocument>
#include <algorithm>

#include "app/demo/demo_answers.h"
#include "app/demo/demo_fluoroscopy.h"
#include "io/files/safe_file.h"
#include "io/files/uid.h"
#include "io/images/ct_writer.h"
#include "io/structures/seg_writer.h"
#include "testdata/control_scan.h"
#include "testdata/lumbar_phantom.h"
#include "testdata/neck_phantom.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::SeriesIdentity;
using testdata::Phantom;
using testdata::PhantomOptions;

Expected<SeriesIdentity> writeSupine(const std::filesystem::path& folder, PhantomOptions options) {
  const auto half = [](int n) { return std::max(1, n / 2); };
  options = {half(options.columns), half(options.rows), half(options.slices), true, options.seed};
  return io::writeCt(testdata::makeLumbarScan(options), folder);
}

/// The 22G needle of the foraminal path as a hand might have placed it, and how that differs from the path. It bends.
testdata::DrawnNeedle placedNeedle(const testdata::PhantomAnswer& answer) {
  testdata::DrawnNeedle needle;
  needle.entry = answer.entry + planning::makeVector(2.5, 0, 1.5);
  needle.tip = answer.target + planning::makeVector(-1, 2, 2.5);
  needle.bend = planning::makeVector(1.2, -1.1, 0.4);
  return needle;
}

/// A control of the prone scan with a needle in it: few slices, as on the table, and what `compare` should find.
Expected<QJsonObject> writeControl(const Phantom& prone, const std::filesystem::path& folder) {
  const auto answer = std::find_if(prone.answers.begin(), prone.answers.end(), [](const auto& one) {
    return one.routeId == "lumbar-foraminal" && one.crosses.empty();
  });
  const auto needle = placedNeedle(*answer);
  const auto control = testdata::makeControlScan(prone.volume, needle, {8, 60, 5}, 5);
  const auto written = io::writeCt(control, folder);
  if (!written) return tl::unexpected(written.error());
  return controlAnswer(*answer, needle, *written);
}

Expected<void> writeAnswers(const QJsonObject& answers, const std::filesystem::path& file) {
  const QByteArray text = QJsonDocument(answers).toJson();
  return io::writeSafely(file, std::as_bytes(std::span(text.data(), static_cast<std::size_t>(text.size()))));
}

/// All but the skin, which the program finds in the scan itself, as one SEG.
Expected<SeriesIdentity> writeStructures(const Phantom& phantom, const std::filesystem::path& file) {
  std::vector<planning::anatomy::Structure> structures;
  for (const auto& made : phantom.structures)
    if (made.structure.kind != planning::anatomy::Kind::Skin) structures.push_back(made.structure);
  const SeriesIdentity& scan = phantom.volume.identity;
  return io::writeSeg(structures, phantom.volume, file,
                      {io::uidFromName(scan.seriesUid + " structures"),
                       io::uidFromName(scan.seriesUid + " structures 1"), scan.study.date, scan.study.time});
}

}  // namespace

Expected<WrittenScan> writeDemoScan(const Phantom& phantom, const std::filesystem::path& ct,
                                    const std::filesystem::path& seg) {
  auto scan = io::writeCt(phantom.volume, ct);
  if (!scan) return tl::unexpected(scan.error());
  auto structures = writeStructures(phantom, seg);
  if (!structures) return tl::unexpected(structures.error());
  return WrittenScan{std::move(*scan), std::move(*structures)};
}

Expected<void> writeDemo(const std::filesystem::path& folder, const PhantomOptions& options,
                         planning::Progress& progress) {
  const auto step = [&](double fraction) -> Expected<void> {
    progress.advance(fraction);
    if (progress.stopRequested()) return planning::refuse("cancelled");
    return {};
  };
  PhantomOptions proneOptions = options;
  proneOptions.supine = false;
  const Phantom prone = testdata::makeLumbarPhantom(proneOptions);
  return step(0.45)
      .and_then([&] { return io::writeCt(prone.volume, folder / "ct"); })
      .and_then([&](const SeriesIdentity&) { return step(0.65); })
      .and_then([&]() -> Expected<void> {
        const auto structures = writeStructures(prone, folder / "seg.dcm");
        if (!structures) return tl::unexpected(structures.error());
        if (const auto go = step(0.85); !go) return go;
        const auto supine = writeSupine(folder / "ct_supine", options);
        if (!supine) return tl::unexpected(supine.error());
        if (const auto go = step(0.9); !go) return go;
        const auto fluoroscopy = writeDemoFluoroscopy(prone, folder / "fluoroscopy", progress);
        if (!fluoroscopy) return tl::unexpected(fluoroscopy.error());
        const auto control = writeControl(prone, folder / "control");
        if (!control) return tl::unexpected(control.error());
        auto answers = demoAnswers(prone, *structures, *supine);
        answers["control"] = *control;
        answers["fluoroscopy"] = *fluoroscopy;
        return writeAnswers(answers, folder / "answers.json");
      })
      .and_then([&] { return step(1.0); });
}

Expected<void> writeNeckDemo(const std::filesystem::path& folder, const PhantomOptions& options,
                             planning::Progress& progress) {
  PhantomOptions lying = options;
  lying.supine = true;
  const auto supine = writeDemoScan(testdata::makeNeckPhantom(lying), folder / "ct_supine", folder / "seg_supine.dcm");
  if (!supine) return tl::unexpected(supine.error());
  progress.advance(0.5);
  if (progress.stopRequested()) return planning::refuse("cancelled");
  lying.supine = false;
  const Phantom prone = testdata::makeNeckPhantom(lying);
  const auto written = writeDemoScan(prone, folder / "ct", folder / "seg.dcm");
  if (!written) return tl::unexpected(written.error());
  progress.advance(1);
  return writeAnswers(demoAnswers(prone, written->structures, supine->scan), folder / "answers.json");
}

}  // namespace app::commands
