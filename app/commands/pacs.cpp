#include <QDate>
#include <QJsonArray>

#include <filesystem>
#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/text/sentences.h"
#include "app/work/pacs_sites.h"
#include "io/pacs/association.h"
#include "io/pacs/fetch.h"
#include "io/pacs/find.h"
#include "io/pacs/send.h"
#include "planning/joined.h"

namespace app::commands {
namespace {

namespace fs = std::filesystem;
using io::pacs::Sent;
using io::pacs::Site;
using io::pacs::StudyAnswer;
using planning::Expected;

/// Which archive, and how to answer.
struct Common {
  std::string site, sites;
  bool json = false;
};

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

std::string today() {
  return QDate::currentDate().toString(QStringLiteral("yyyyMMdd")).toStdString();
}

QJsonObject toJson(const StudyAnswer& answer) {
  QJsonArray modalities;
  for (const auto& modality : answer.modalities) modalities.append(text(modality));
  return {{"patient_name", text(answer.patient.name)},
          {"patient_id", text(answer.patient.id)},
          {"patient_id_issuer", text(answer.patient.issuer)},
          {"birth_date", text(answer.patient.birthDate)},
          {"sex", text(answer.patient.sex)},
          {"study_uid", text(answer.study.uid)},
          {"date", text(answer.study.date)},
          {"time", text(answer.study.time)},
          {"description", text(answer.study.description)},
          {"accession", text(answer.study.accessionNumber)},
          {"modalities", modalities},
          {"station", text(answer.station)},
          {"instances", answer.instances == 0 ? QJsonValue() : QJsonValue(answer.instances)},
          {"text_sure", answer.textSure}};
}

void print(const StudyAnswer& answer) {
  std::cout << answer.study.date << "  " << planning::joined(answer.modalities, "\\") << "  " << answer.patient.name
            << "  " << answer.patient.id << (answer.patient.issuer.empty() ? "" : " (" + answer.patient.issuer + ")")
            << "  " << answer.patient.birthDate << "  " << answer.study.description << "\n    " << answer.study.uid
            << "\n";
  if (!answer.textSure) std::cout << "    ! some of this text is in characters that cannot be read here\n";
}

/// Runs `find`, prints its answers as they come, or all in one object.
template <class Find>
int list(const Common& common, const Find& find) {
  const auto site = pacsSite(common.sites, common.site);
  if (!site) return printRefusal(site.error());
  QJsonArray studies;
  const auto take = [&](const StudyAnswer& answer) {
    if (common.json)
      studies.append(toJson(answer));
    else
      print(answer);
  };
  const auto found = find(*site, take);
  if (!found) return printRefusal(found.error());
  if (common.json) printJson({{"site", text(site->name)}, {"studies", studies}});
  return kDone;
}

int echo(const Common& common) {
  const auto site = pacsSite(common.sites, common.site);
  if (!site) return printRefusal(site.error());
  if (const auto answered = io::pacs::echo(*site, planning::Progress()); !answered)
    return printRefusal(answered.error());
  if (common.json)
    printJson({{"site", text(site->name)}, {"answers", true}, {"encrypted", site->tls.has_value()}});
  else
    std::cout << site->name << " answers" << (site->tls ? ", encrypted\n" : "\n");
  return kDone;
}

int get(const Common& common, const io::pacs::StudyPart& request, const std::string& out) {
  const auto site = pacsSite(common.sites, common.site);
  if (!site) return printRefusal(site.error());
  ConsoleProgress progress("fetching");
  std::size_t came = 0;
  const auto fetched = io::pacs::fetch(
      *site, request, out,
      [&](const fs::path&, std::size_t all) {
        progress.advance(static_cast<double>(++came) / static_cast<double>(all));
      },
      progress);
  if (!fetched) return printRefusal(fetched.error());
  const bool whole = fetched->missing.empty();
  if (common.json) {
    QJsonArray files, missing;
    for (const auto& file : fetched->files) files.append(text(file.string()));
    for (const auto& uid : fetched->missing) missing.append(text(uid));
    printJson({{"site", text(site->name)},
               {"files", files},
               {"missing", missing},
               {"refused", fetched->refused},
               {"complete", whole}});
  } else {
    std::cout << fetched->files.size() << " objects in " << out << "\n";
    if (!whole) std::cout << "x " << fetched->missing.size() << " objects that the archive lists did not come\n";
    if (fetched->refused > 0) std::cout << "! " << fetched->refused << " objects came that were not asked for\n";
  }
  return whole ? kDone : kRefused;
}

/// What is known of one file in the archive.
struct Kept {
  Sent sent;
  std::optional<planning::Error> doubt;  ///< it was not sent, or not read back equal; absent: verified
};

QJsonObject toJson(const Kept& kept) {
  const auto& doubt = kept.doubt;
  return {{"file", text(kept.sent.file.string())},
          {"sop_instance_uid", text(kept.sent.sopInstanceUid)},
          {"sent", !kept.sent.error.has_value()},
          {"verified", !doubt.has_value()},
          {"warning", kept.sent.warning.empty() ? QJsonValue() : QJsonValue(text(kept.sent.warning))},
          {"reason", doubt ? QJsonValue(sentence(*doubt)) : QJsonValue()},
          {"try_again", doubt ? QJsonValue(!io::pacs::wantsPerson(*doubt)) : QJsonValue()}};
}

void print(const Kept& kept) {
  const auto& doubt = kept.doubt;
  const char* state = !doubt ? "verified" : kept.sent.error ? "x not sent" : "! sent, not verified";
  std::cout << state << "  " << kept.sent.file.string() << (doubt ? ": " + sentence(*doubt).toStdString() : "") << "\n";
}

int send(const Common& common, const std::vector<std::string>& files) {
  const auto site = pacsSite(common.sites, common.site);
  if (!site) return printRefusal(site.error());
  ConsoleProgress progress("sending");
  std::size_t done = 0;
  const auto step = [&] { progress.advance(static_cast<double>(++done) / static_cast<double>(2 * files.size())); };
  const auto sent = io::pacs::send(
      *site, {files.begin(), files.end()}, [&](const Sent&) { step(); }, progress);
  QJsonArray results;
  bool all = true;
  for (const auto& one : sent) {
    Kept kept{one, one.error};
    if (!kept.doubt)
      if (const auto same = io::pacs::readBack(*site, one, fs::temp_directory_path(), progress); !same)
        kept.doubt = same.error();
    step();
    all = all && !kept.doubt;
    if (common.json)
      results.append(toJson(kept));
    else
      print(kept);
  }
  if (common.json) printJson({{"site", text(site->name)}, {"objects", results}, {"verified", all}});
  return all ? kDone : kRefused;
}

void addCommon(CLI::App& command, Common& common) {
  command.add_option("--site", common.site, "Name of the archive; not needed where there is one");
  command.add_option("--sites", common.sites,
                     "File of the archives, instead of needleplan/pacs.txt in the user's settings");
  command.add_flag("--json", common.json, "Print one JSON object");
}

void addFind(CLI::App& pacs, int& exitCode) {
  struct Arguments : Common {
    io::pacs::StudyQuery query;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = pacs.add_subcommand("find", "Lists the studies that fit");
  command->add_option("--patient", arguments->query.patientName, "Patient's name, FAMILY^GIVEN; * for any rest");
  command->add_option("--id", arguments->query.patientId, "Patient ID");
  command->add_option("--from", arguments->query.from, "First study date, YYYYMMDD");
  command->add_option("--until", arguments->query.until, "Last study date, YYYYMMDD");
  command->add_option("--modality", arguments->query.modality, "A modality in the study: CT, XA, ...");
  command->add_option("--accession", arguments->query.accession, "Accession number");
  addCommon(*command, *arguments);
  command->callback([arguments, &exitCode] {
    exitCode = list(*arguments, [&](const Site& site, const auto& take) {
      return io::pacs::findStudies(site, arguments->query, take, planning::Progress());
    });
  });
}

void addToday(CLI::App& pacs, int& exitCode) {
  struct Arguments : Common {
    std::string modality;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = pacs.add_subcommand("today", "Lists today's steps of the worklist, or, without one, today's studies");
  command->add_option("--modality", arguments->modality, "Modality: CT, XA, ...");
  addCommon(*command, *arguments);
  command->callback([arguments, &exitCode] {
    exitCode = list(*arguments, [&](const Site& site, const auto& take) {
      if (site.worklist) return io::pacs::findScheduled(site, today(), arguments->modality, take, planning::Progress());
      io::pacs::StudyQuery query;
      query.from = query.until = today();
      query.modality = arguments->modality;
      return io::pacs::findStudies(site, query, take, planning::Progress());
    });
  });
}

void addGet(CLI::App& pacs, int& exitCode) {
  struct Arguments : Common {
    io::pacs::StudyPart request;
    std::string out;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = pacs.add_subcommand("get", "Fetches a study, or one series of it, into a folder");
  command->add_option("STUDY", arguments->request.studyUid, "Study Instance UID")->required();
  command->add_option("--series", arguments->request.seriesUid, "Series Instance UID");
  command->add_option("--out", arguments->out, "The folder")->required();
  addCommon(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = get(*arguments, arguments->request, arguments->out); });
}

void addSend(CLI::App& pacs, int& exitCode) {
  struct Arguments : Common {
    std::vector<std::string> files;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = pacs.add_subcommand("send", "Sends files, fetches them again and compares");
  command->add_option("FILE", arguments->files, "DICOM files")->required();
  addCommon(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = send(*arguments, arguments->files); });
}

}  // namespace

void addPacs(CLI::App& program, int& exitCode) {
  auto* pacs = program.add_subcommand("pacs", "Asks an archive, fetches from it and sends to it");
  pacs->require_subcommand(1);
  auto arguments = std::make_shared<Common>();
  auto* command = pacs->add_subcommand("echo", "Says whether the archive answers");
  addCommon(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = echo(*arguments); });
  addFind(*pacs, exitCode);
  addToday(*pacs, exitCode);
  addGet(*pacs, exitCode);
  addSend(*pacs, exitCode);
}

}  // namespace app::commands
