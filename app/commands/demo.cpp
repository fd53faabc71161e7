#include "app/commands/demo.h"

#include <QJsonDocument>
#include <algorithm>

#include "app/commands/demo_answers.h"
#include "app/commands/demo_fluoroscopy.h"
#include "io/ct_writer.h"
#include "io/safe_file.h"
#include "io/structures/seg_writer.h"
#include "io/uid.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::SeriesIdentity;
using testdata::LumbarPhantom;
using testdata::PhantomOptions;

/// All but the skin: the program finds that in the scan itself.
Expected<SeriesIdentity> writeStructures(const LumbarPhantom& phantom, const std::filesystem::path& file) {
  std::vector<planning::anatomy::Structure> structures;
  for (const auto& made : phantom.structures)
    if (made.structure.kind != planning::anatomy::Kind::Skin) structures.push_back(made.structure);
  const SeriesIdentity& scan = phantom.volume.identity;
  return io::writeSeg(structures, phantom.volume, file,
                      {io::uidFromName(scan.seriesUid + " structures"),
                       io::uidFromName(scan.seriesUid + " structures 1"), scan.study.date, scan.study.time});
}

Expected<SeriesIdentity> writeSupine(const std::filesystem::path& folder, PhantomOptions options) {
  const auto half = [](int n) { return std::max(1, n / 2); };
  options = {half(options.columns), half(options.rows), half(options.slices), true, options.seed};
  return io::writeCt(testdata::makeLumbarScan(options), folder);
}

Expected<void> writeAnswers(const QJsonObject& answers, const std::filesystem::path& file) {
  const QByteArray text = QJsonDocument(answers).toJson();
  return io::writeSafely(file, std::as_bytes(std::span(text.data(), static_cast<std::size_t>(text.size()))));
}

}  // namespace

Expected<void> writeDemo(const std::filesystem::path& folder, const PhantomOptions& options,
                         planning::Progress& progress) {
  const auto step = [&](double fraction) -> Expected<void> {
    progress.advance(fraction);
    if (progress.stopRequested()) return planning::refuse("cancelled");
    return {};
  };
  PhantomOptions proneOptions = options;
  proneOptions.supine = false;
  const LumbarPhantom prone = testdata::makeLumbarPhantom(proneOptions);
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
        auto answers = demoAnswers(prone, *structures, *supine);
        answers["fluoroscopy"] = *fluoroscopy;
        return writeAnswers(answers, folder / "answers.json");
      })
      .and_then([&] { return step(1.0); });
}

}  // namespace app::commands
