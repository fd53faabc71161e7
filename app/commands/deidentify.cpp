#include "io/deidentification/deidentify.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <iostream>
#include <optional>

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/text/sentences.h"

namespace app::commands {
namespace {

struct Arguments {
  std::string input, output, keyFile, previews;
  std::vector<std::string> seen, blackened;
  bool keepDates = false, json = false;
};

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QJsonObject toJson(const planning::Error& error) {
  return {{"code", text(error.code)},
          {"subject", text(error.subject)},
          {"detail", text(error.detail)},
          {"reason", sentence(error)}};
}

QJsonArray toJson(const std::vector<io::LeftOutFile>& files) {
  QJsonArray json;
  for (const auto& one : files) {
    QJsonObject entry = toJson(one.reason);
    entry["file"] = text(one.file.string());
    json.append(entry);
  }
  return json;
}

QJsonArray namesOf(const std::vector<std::filesystem::path>& folders) {
  QJsonArray names;
  for (const auto& folder : folders) names.append(text(folder.filename().string()));
  return names;
}

QJsonObject toJson(const std::map<std::string, int>& numbers) {
  QJsonObject json;
  for (const auto& [name, number] : numbers) json[text(name)] = number;
  return json;
}

/// Of each quarantined image the boxes [column, row, width, height] in which text seems to be.
QJsonArray textAt(const io::Deidentified& done) {
  QJsonArray json;
  for (const auto& one : done.quarantined) {
    QJsonArray boxes;
    if (const auto found = done.textAt.find(one.file); found != done.textAt.end())
      for (const auto& box : found->second) boxes.append(QJsonArray{box.column, box.row, box.width, box.height});
    json.append(boxes);
  }
  return json;
}

QJsonObject toJson(const io::Deidentified& done) {
  return {{"files", done.files},
          {"attributes", toJson(done.counts)},
          {"files_of_pseudonym", toJson(done.filesOfPseudonym)},
          {"quarantined", toJson(done.quarantined)},
          {"text_at", textAt(done)},
          {"left_out", toJson(done.leftOut)},
          {"compared_but_not_searched", done.unsearchable}};
}

void print(const io::Deidentified& done) {
  std::cout << done.files << " files without identifiers\n";
  for (const auto& [pseudonym, files] : done.filesOfPseudonym) std::cout << "  " << pseudonym << ": " << files << "\n";
  for (const auto& [what, number] : done.counts) std::cout << "  " << what << ": " << number << "\n";
  for (const auto& one : done.quarantined)
    std::cout << "look at  " << one.file.string() << ": " << sentence(one.reason).toStdString() << "\n";
  for (const auto& [file, boxes] : done.textAt)
    for (const auto& box : boxes)
      std::cout << "text at  " << box.column << "," << box.row << "," << box.width << "," << box.height << "  "
                << file.string() << "\n";
  for (const auto& one : done.leftOut)
    std::cout << "left out  " << one.file.string() << ": " << sentence(one.reason).toStdString() << "\n";
  if (done.unsearchable > 0)
    std::cout << done.unsearchable << " identifiers are words of the standard too: compared element by element, not "
              << "searched for\n";
}

/// What may hold text in its pixels, as pictures to look at: the first frame of each. Returns how many frames each
/// image has, 0 where it cannot be shown.
QJsonArray writePreviews(const io::Deidentified& done, const QString& folder) {
  QJsonArray frames;
  QDir().mkpath(folder);
  for (std::size_t i = 0; i < done.quarantined.size(); ++i) {
    const auto& file = done.quarantined[i].file;
    const auto preview = io::previewOf(file);
    frames.append(preview ? preview->frames : 0);
    if (!preview) {
      printRefusal(preview.error());
      continue;
    }
    const QImage image(preview->grey.data(), preview->columns, preview->rows, preview->columns,
                       QImage::Format_Grayscale8);
    image.save(QDir(folder).filePath(QString("%1.png").arg(i + 1, 3, 10, QChar('0'))));
  }
  return frames;
}

/// "[IMAGE=]X,Y,W,H"; absent where it is not that.
std::optional<io::Blackened> blackenedBy(const std::string& text) {
  const auto equals = text.rfind('=');
  io::Blackened black;
  if (equals != std::string::npos) black.image = text.substr(0, equals);
  const auto numbers = QString::fromStdString(equals == std::string::npos ? text : text.substr(equals + 1)).split(',');
  if (numbers.size() != 4) return std::nullopt;
  int* const places[] = {&black.box.column, &black.box.row, &black.box.width, &black.box.height};
  for (int i = 0; i < 4; ++i) {
    bool isNumber = false;
    *places[i] = numbers[i].trimmed().toInt(&isNumber);
    if (!isNumber || *places[i] < 0 || *places[i] > 65535) return std::nullopt;
  }
  if (black.box.width < 1 || black.box.height < 1) return std::nullopt;
  return black;
}

int deidentify(const Arguments& arguments) {
  io::DeidentifyOptions options{arguments.keepDates, arguments.keyFile, {}, {}};
  for (const auto& text : arguments.blackened) options.blackened.push_back(*blackenedBy(text));
  for (const auto& file : arguments.seen) {
    std::error_code failed;
    const auto real = std::filesystem::weakly_canonical(file, failed);
    options.seen.insert(failed ? std::filesystem::path(file) : real);
  }
  const auto leftBehind = removeLeftBehind(arguments.output);
  stopOnSignals();
  ConsoleProgress progress("de-identifying");
  const auto done = io::deidentify(arguments.input, arguments.output, options, progress);
  if (!done && arguments.json) printJson({{"refused", toJson(done.error())}});
  if (!done) return printRefusal(done.error());
  QJsonObject json = toJson(*done);
  if (!arguments.previews.empty())
    json["frames_of_quarantined"] = writePreviews(*done, QString::fromStdString(arguments.previews));
  json["removed_unfinished"] = namesOf(leftBehind);
  arguments.json ? printJson(json) : print(*done);
  return kDone;
}

}  // namespace

void addDeidentify(CLI::App& program, int& exitCode) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand(
      "deidentify", "Copies scans, structures and plans without what tells whose they are (PS3.15 annex E)");
  command->add_option("IN", arguments->input, "Folder (at any depth), DICOMDIR or file")->required();
  command->add_option("OUT", arguments->output, "Folder that is not there yet, or empty")->required();
  command->add_flag("--keep-dates", arguments->keepDates,
                    "Dates stay; without it they move by one secret number of days a patient");
  command->add_option("--key", arguments->keyFile,
                      "File that keeps the secret (made when it is not there): a later export with it fits this one");
  command->add_option("--seen", arguments->seen,
                      "Image in which you have seen that no text in the picture tells who it is; may be repeated");
  command
      ->add_option("--blacken", arguments->blackened,
                   "[IMAGE=]X,Y,W,H: this box (pixels; column and row of its corner, width, height) is black in every "
                   "image of IMAGE's series, or of all. IMAGE counts as looked at, no other does; may be repeated")
      ->check([](const std::string& text) {
        return blackenedBy(text) ? std::string() : "'" + text + "' is not X,Y,W,H or IMAGE=X,Y,W,H";
      });
  command->add_option("--previews", arguments->previews, "Folder for pictures of the images that must be looked at");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] { exitCode = deidentify(*arguments); });
}

}  // namespace app::commands
