#include <QDateTime>
#include <QJsonArray>

#include <filesystem>
#include <iostream>
#include <random>

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/text/sentences.h"
#include "app/work/folders.h"
#include "app/work/pacs_sites.h"
#include "io/outbox/archive_sender.h"
#include "io/outbox/step.h"

namespace app::commands {
namespace {

namespace fs = std::filesystem;
using namespace io::outbox;
using planning::Expected;

/// How to answer, and which file names the archives.
struct Common {
  std::string sites;
  bool json = false;
};

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

Outbox outbox() {
  return Outbox(fs::path(outboxFolder().toStdU16String()));
}

Time now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

QJsonValue toJson(const std::optional<Time>& time) {
  if (!time) return {};
  return QDateTime::fromSecsSinceEpoch(time->time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate);
}

QJsonObject toJson(const Entry& entry) {
  const auto& answer = entry.answer;
  return {{"id", text(entry.id)},
          {"label", text(entry.label)},
          {"site", text(entry.site)},
          {"sop_instance_uid", text(entry.sopInstanceUid)},
          {"study_uid", text(entry.studyUid)},
          {"sha256", text(entry.sha256)},
          {"state", wordOf(entry.state)},
          {"proof", wordOf(entry.proof)},
          {"tries", entry.tries},
          {"queued", toJson(entry.queued)},
          {"tried", toJson(entry.tried)},
          {"next_try", toJson(entry.nextTry)},
          {"reason", answer ? QJsonValue(sentence(*answer)) : QJsonValue()},
          {"reason_code", answer ? QJsonValue(text(answer->code)) : QJsonValue()},
          {"warning", entry.warning.empty() ? QJsonValue() : QJsonValue(text(entry.warning))},
          {"dropped_why", entry.droppedWhy.empty() ? QJsonValue() : QJsonValue(text(entry.droppedWhy))}};
}

QJsonArray toJson(const std::vector<Entry>& entries) {
  QJsonArray all;
  for (const auto& entry : entries) all.append(toJson(entry));
  return all;
}

/// Sign and words; a weaker proof is never called verified.
std::string stateOf(const Entry& entry) {
  if (entry.state == State::Verified) return "verified";
  if (entry.state == State::Waits) return "x a person must decide";
  if (entry.state == State::Queued) return "queued";
  return entry.proof == Proof::Listed ? "! sent, listed by the archive, not compared" : "! sent, not compared";
}

void print(const Entry& entry) {
  std::cout << entry.id << "  " << stateOf(entry) << "  " << entry.label << "  to " << entry.site;
  if (entry.tries > 0 && entry.state != State::Verified) std::cout << "  tries: " << entry.tries;
  if (entry.nextTry) std::cout << "  next: " << toJson(entry.nextTry).toString().toStdString();
  std::cout << "\n";
  if (entry.answer) std::cout << "    " << sentence(*entry.answer).toStdString() << "\n";
  if (!entry.droppedWhy.empty()) std::cout << "    dropped: " << entry.droppedWhy << "\n";
}

int list(const Common& common) {
  const auto listing = outbox().list();
  if (!listing) return printRefusal(listing.error());
  if (common.json) {
    QJsonArray odd;
    for (const auto& one : listing->odd)
      odd.append(QJsonObject{{"path", text(one.path.string())}, {"reason", sentence(one.why)}});
    printJson({{"folder", outboxFolder()},
               {"entries", toJson(listing->entries)},
               {"dropped", toJson(listing->dropped)},
               {"unreadable", odd}});
    return kDone;
  }
  for (const auto& entry : listing->entries) print(entry);
  for (const auto& entry : listing->dropped) print(entry);
  for (const auto& one : listing->odd) std::cout << "! " << sentence(one.why).toStdString() << "\n";
  if (listing->entries.empty()) std::cout << "nothing waits in the outbox\n";
  return kDone;
}

/// The archive of that name; without one the site's own choice.
Expected<io::pacs::Site> destination(const Common& common, const std::string& name) {
  if (!name.empty()) return pacsSite(common.sites, name);
  auto site = outboxSite(common.sites);
  if (!site) return tl::unexpected(site.error());
  if (!*site) return planning::refuse("no-outbox-site");
  return std::move(**site);
}

int add(const Common& common, const std::vector<std::string>& files, const std::string& name) {
  const auto site = destination(common, name);
  if (!site) return printRefusal(site.error());
  std::vector<Entry> added;
  bool all = true;
  for (const auto& file : files) {
    const auto entry = outbox().add(file, {site->name, addressOf(*site)}, fs::path(file).filename().string(), now());
    all = all && entry;
    if (!entry)
      printRefusal(entry.error());
    else if (added.emplace_back(*entry); !common.json)
      print(*entry);
  }
  if (common.json) printJson({{"entries", toJson(added)}, {"complete", all}});
  return all ? kDone : kRefused;
}

/// Which of the outbox's to try now.
std::vector<Entry> chosen(const Listing& listing, bool all) {
  std::vector<Entry> some;
  for (const auto& entry : listing.entries) {
    const bool open = entry.state == State::Queued || entry.state == State::Sent;
    if (open && (all || isDue(entry, now()))) some.push_back(entry);
  }
  return some;
}

int sendAll(const Common& common, const Held& held, const std::vector<Entry>& entries) {
  const auto sites = io::pacs::readSites(common.sites.empty() ? pacsSitesFile() : common.sites);
  if (!sites) return printRefusal(sites.error());
  ConsoleProgress progress("sending");
  ArchiveSender sender(*sites, held.reading(), progress);
  std::mt19937 random{std::random_device{}()};
  std::vector<Entry> tried;
  bool all = true;
  if (entries.empty() && !common.json) std::cout << "nothing is due\n";
  for (const auto& entry : entries) {
    const double chance = std::uniform_real_distribution<>()(random);
    auto after = tryOnce(held, entry, now, chance, sender);
    if (!after) return printRefusal(after.error());
    progress.advance(static_cast<double>(tried.size() + 1) / static_cast<double>(entries.size()));
    all = all && after->state == State::Verified;
    if (!common.json) print(*after);
    tried.push_back(std::move(*after));
  }
  if (common.json) printJson({{"entries", toJson(tried)}, {"verified", all}});
  return all ? kDone : kRefused;
}

int send(const Common& common, const std::string& id, bool all) {
  const auto held = Held::take(outbox());
  if (!held) return printRefusal(held.error());
  if (!id.empty()) {
    const auto entry = held->retry(id, now());
    if (!entry) return printRefusal(entry.error());
    return sendAll(common, *held, entry->state == State::Verified ? std::vector<Entry>{} : std::vector{*entry});
  }
  const auto listing = held->outbox().list();
  if (!listing) return printRefusal(listing.error());
  return sendAll(common, *held, chosen(*listing, all));
}

/// The entry as it is afterwards.
int answer(const Common& common, const Expected<Entry>& entry) {
  if (!entry) return printRefusal(entry.error());
  if (common.json)
    printJson(toJson(*entry));
  else
    print(*entry);
  return kDone;
}

int retry(const Common& common, const std::string& id) {
  const auto held = Held::take(outbox());
  if (!held) return printRefusal(held.error());
  return answer(common, held->retry(id, now()));
}

int drop(const Common& common, const std::string& id, const std::string& why) {
  const auto held = Held::take(outbox());
  if (!held) return printRefusal(held.error());
  auto entry = held->find(id);
  if (!entry) return printRefusal(entry.error());
  if (const auto dropped = held->drop(id, why); !dropped) return printRefusal(dropped.error());
  entry->droppedWhy = why;
  entry->nextTry.reset();
  return answer(common, entry);
}

int setAside(const Common& common, const std::string& name) {
  const auto held = Held::take(outbox());
  if (!held) return printRefusal(held.error());
  if (const auto moved = held->setAside(name); !moved) return printRefusal(moved.error());
  if (common.json)
    printJson({{"set_aside", text(name)}});
  else
    std::cout << name << " is set aside\n";
  return kDone;
}

void addJson(CLI::App& command, Common& common) {
  command.add_flag("--json", common.json, "Print one JSON object");
}

void addSites(CLI::App& command, Common& common) {
  command.add_option("--sites", common.sites,
                     "File of the archives, instead of needleplan/pacs.txt in the user's settings");
  addJson(command, common);
}

void addAdd(CLI::App& outbox, int& exitCode) {
  struct Arguments : Common {
    std::vector<std::string> files;
    std::string site;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = outbox.add_subcommand("add", "Puts copies of files in; they are on the disk when it answers");
  command->add_option("FILE", arguments->files, "DICOM files")->required();
  command->add_option("--site", arguments->site, "Name of the archive; not needed where one has \"outbox = yes\"");
  addSites(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = add(*arguments, arguments->files, arguments->site); });
}

void addSend(CLI::App& outbox, int& exitCode) {
  struct Arguments : Common {
    std::string id;
    bool all = false;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = outbox.add_subcommand("send", "Sends what is due, fetches it again and compares");
  auto* id = command->add_option("ID", arguments->id, "This one alone, whatever it waits for");
  command->add_flag("--all", arguments->all, "Also what waits for its time, but not for a person")->excludes(id);
  addSites(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = send(*arguments, arguments->id, arguments->all); });
}

void addRetry(CLI::App& outbox, int& exitCode) {
  struct Arguments : Common {
    std::string id;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = outbox.add_subcommand("retry", "What waited for a person is due again");
  command->add_option("ID", arguments->id, "The entry")->required();
  addJson(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = retry(*arguments, arguments->id); });
}

void addDrop(CLI::App& outbox, int& exitCode) {
  struct Arguments : Common {
    std::string id, why;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = outbox.add_subcommand("drop", "Sends it no more; it is kept in the folder \"dropped\"");
  command->add_option("ID", arguments->id, "The entry")->required();
  command->add_option("--why", arguments->why, "The reason, kept with it")->required();
  addJson(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = drop(*arguments, arguments->id, arguments->why); });
}

void addAside(CLI::App& outbox, int& exitCode) {
  struct Arguments : Common {
    std::string name;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = outbox.add_subcommand("aside", "Moves what cannot be read into the folder \"aside\"");
  command->add_option("NAME", arguments->name, "Its name in the outbox's folder")->required();
  addJson(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = setAside(*arguments, arguments->name); });
}

}  // namespace

void addOutbox(CLI::App& program, int& exitCode) {
  auto* outbox = program.add_subcommand("outbox", "What waits to be sent to the site's archive");
  outbox->require_subcommand(1);
  auto arguments = std::make_shared<Common>();
  auto* command = outbox->add_subcommand("list", "Says of each object how far it has come");
  addJson(*command, *arguments);
  command->callback([arguments, &exitCode] { exitCode = list(*arguments); });
  addAdd(*outbox, exitCode);
  addSend(*outbox, exitCode);
  addRetry(*outbox, exitCode);
  addDrop(*outbox, exitCode);
  addAside(*outbox, exitCode);
}

}  // namespace app::commands
