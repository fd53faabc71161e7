#include "app/outbox/outbox_work.h"

#include <QRandomGenerator>

#include <algorithm>
#include <fstream>
#include <utility>

#include "app/work/pacs_sites.h"
#include "io/outbox/archive_sender.h"

namespace app::outbox {
namespace {

namespace fs = std::filesystem;
using namespace io::outbox;
using planning::Expected;
using std::chrono::milliseconds;

constexpr milliseconds kLookAgain{30'000};  // another program may have put something in
constexpr milliseconds kBusyAgain{2'000};   // another one sends at the moment
constexpr milliseconds kTroubleAgain{15'000};

Time now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// What asks the archives of this file.
OutboxWork::MakeSender overTheNet(const std::string& sitesFile) {
  return [sitesFile](const fs::path& scratch, const planning::Progress& progress) -> Expected<std::unique_ptr<Sender>> {
    auto sites = io::pacs::readSites(sitesFile.empty() ? pacsSitesFile() : sitesFile);
    if (!sites) return tl::unexpected(sites.error());
    return std::make_unique<ArchiveSender>(std::move(*sites), scratch, progress);
  };
}

QString labelOf(const fs::path& file, const QString& patient) {
  return patient + QStringLiteral(", ") + QString::fromStdU16String(file.filename().u16string());
}

}  // namespace

/// A file that is to be added, as it was when it was posted.
struct OutboxWork::Opened {
  fs::path file;
  std::shared_ptr<std::ifstream> stream;
  QString label;
};

/// What a round behind the window has come to.
struct OutboxWork::Round {
  std::optional<Listing> listing;          ///< absent: it cannot be read
  std::optional<planning::Error> trouble;  ///< nothing can be sent
  std::vector<planning::Error> refused;    ///< of the edits
  std::vector<Edit> left;                  ///< edits that another sender kept from being made
  std::optional<milliseconds> again;       ///< absent: when the next one is due
};

OutboxWork::OutboxWork(QObject* parent) : QObject(parent), background_(std::make_unique<Background>()) {
  wait_.setSingleShot(true);
  connect(&wait_, &QTimer::timeout, this, &OutboxWork::go);
  connect(&posting_, &PromisedWork::refused, this, &OutboxWork::refused);
}

/// What is sent stops; posting_, which goes first, ends what was posted, and logs what nobody was told of.
OutboxWork::~OutboxWork() = default;

void OutboxWork::start(const fs::path& folder, const std::string& sitesFile, MakeSender makeSender) {
  folder_ = folder;
  sitesFile_ = sitesFile;
  makeSender_ = makeSender ? std::move(makeSender) : overTheNet(sitesFile);
  on_ = true;
  go();
}

void OutboxWork::post(const std::vector<fs::path>& files, const QString& patient) {
  if (!on_) return;
  std::vector<Opened> opened;
  for (const auto& file : files)
    opened.push_back({file, std::make_shared<std::ifstream>(file, std::ios::binary), labelOf(file, patient)});
  posting_.start([this, opened = std::move(opened)] { return add(opened); });
}

/// In a thread; touches only what start() has set.
Expected<void> OutboxWork::add(const std::vector<Opened>& files) {
  const auto site = outboxSite(sitesFile_);
  if (!site) return tl::unexpected(site.error());
  if (!*site) return {};
  Expected<void> all;
  for (const auto& [file, stream, label] : files) {
    const auto added =
        Outbox(folder_).add(*stream, file, {(*site)->name, addressOf(**site)}, label.toStdString(), now());
    if (!added) all = tl::unexpected(added.error());
  }
  QMetaObject::invokeMethod(
      this,
      [this] {
        look();
        go();
      },
      Qt::QueuedConnection);
  return all;
}

void OutboxWork::sendNow(const QString& id) {
  edit([id = id.toStdString()](const Held& held) { return held.retry(id, now()).map([](const Entry&) {}); });
}

void OutboxWork::drop(const QString& id, const QString& why) {
  edit([id = id.toStdString(), why = why.toStdString()](const Held& held) { return held.drop(id, why); });
}

void OutboxWork::setAside(const QString& name) {
  edit([name = name.toStdString()](const Held& held) { return held.setAside(name); });
}

void OutboxWork::edit(Edit made) {
  edits_.push_back(std::move(made));
  go();
}

/// The list alone, while a round may take its time.
void OutboxWork::look() {
  background_->run<Listing>(
      Background::Kind::Read, {}, [folder = folder_](planning::Progress&) { return Outbox(folder).list(); },
      [this](Expected<Listing> listing) {
        if (!listing) return;
        listing_ = std::move(*listing);
        Q_EMIT changed();
      });
}

void OutboxWork::go() {
  if (!on_) return;
  again_ = background_->isBusy(Background::Kind::Archive);
  if (again_) return;
  wait_.stop();
  background_->run<Round>(
      Background::Kind::Archive, {},
      [this, edits = std::exchange(edits_, {})](planning::Progress& progress) -> Expected<Round> {
        return round(edits, progress);
      },
      [this](Expected<Round> done) {
        Round failed;
        if (!done) failed.trouble = done.error();
        take(done ? std::move(*done) : std::move(failed));
      });
}

/// The edits, then one try of what is due. In a thread; touches only what start() has set.
OutboxWork::Round OutboxWork::round(const std::vector<Edit>& edits, planning::Progress& progress) const {
  Round done;
  const Outbox outbox(folder_);
  const auto look = [&] {
    auto listing = outbox.list();
    if (listing)
      done.listing = std::move(*listing);
    else
      done.trouble = listing.error();
    return listing.has_value();
  };
  if (!look()) {
    done.left = edits;
    return done;
  }
  if (edits.empty() && nextDue(*done.listing, now()).value_or(Time::max()) > now()) return done;
  const auto held = Held::take(outbox);
  if (!held) {
    done.left = edits;
    done.again = kBusyAgain;
    if (held.error().code != "outbox-in-use") done.trouble = held.error();
    return done;
  }
  for (const auto& edit : edits)
    if (const auto made = edit(*held); !made) done.refused.push_back(made.error());
  auto sender = makeSender_(held->reading(), progress);
  if (!sender) {
    done.trouble = sender.error();
  } else if (const auto tried = step(*held, now, QRandomGenerator::global()->generateDouble(), **sender); !tried) {
    done.trouble = tried.error();
  }
  look();
  return done;
}

void OutboxWork::take(Round done) {
  if (done.listing) listing_ = std::move(*done.listing);
  if (done.trouble && !trouble_) Q_EMIT refused(*done.trouble);  // once: nothing may be listed that could show it
  trouble_ = std::move(done.trouble);
  edits_.insert(edits_.begin(), done.left.begin(), done.left.end());
  for (const auto& error : done.refused) Q_EMIT refused(error);
  Q_EMIT changed();
  if (again_ && !done.again) return go();
  milliseconds pause = done.again.value_or(trouble_ ? kTroubleAgain : kLookAgain);
  if (const auto due = nextDue(listing_, now()); due && !trouble_ && !done.again)
    pause = std::clamp(std::chrono::duration_cast<milliseconds>(*due - now()), milliseconds(0), kLookAgain);
  wait_.start(pause);
}

}  // namespace app::outbox
