#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/work/background.h"
#include "app/work/promised_work.h"
#include "io/outbox/step.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace app::outbox {

/// The outbox while the window is open: takes in what was completed, and sends behind the window what is due, one
/// object after the other, again and again. Lives in the window's thread, longer than any window.
class OutboxWork : public QObject {
  Q_OBJECT

 public:
  /// Makes what asks the archives; what is compared lies in the folder meanwhile.
  using MakeSender = std::function<planning::Expected<std::unique_ptr<io::outbox::Sender>>(
      const std::filesystem::path& scratch, const planning::Progress& progress)>;

  explicit OutboxWork(QObject* parent = nullptr);
  ~OutboxWork() override;  ///< finishes what was posted; stops what is sent, it is due again at the next start

  /// Off before. `sitesFile` empty: the user's. Once.
  void start(const std::filesystem::path& folder, const std::string& sitesFile = {}, MakeSender makeSender = {});

  /// Copies of the files as they are now, for the archive that takes the outbox; nothing where none does. They are
  /// opened at once and copied behind the window, and listed once they are on the disk; what takes their names
  /// meanwhile is not seen. From any thread. refused(), once for the files of a call: errors of io::pacs::readSites()
  /// and io::outbox::Outbox::add(); the other files are in.
  void post(const std::vector<std::filesystem::path>& files, const QString& patient);
  /// Waits until all that was posted is on the disk; what could not be put there and was not told yet.
  std::vector<planning::Error> finish() { return posting_.finish(); }
  void sendNow(const QString& id);  ///< whatever it waits for
  void drop(const QString& id, const QString& why);
  void setAside(const QString& name);  ///< of what cannot be read

  const io::outbox::Listing& listing() const { return listing_; }
  /// Why nothing is sent at all: the sites file, the disk. Absent: nothing keeps it from being sent.
  const std::optional<planning::Error>& trouble() const { return trouble_; }

 Q_SIGNALS:
  void changed();
  void refused(const planning::Error& error);

 private:
  using Edit = std::function<planning::Expected<void>(const io::outbox::Held&)>;
  struct Round;
  struct Opened;
  planning::Expected<void> add(const std::vector<Opened>& files);
  Round round(const std::vector<Edit>& edits, planning::Progress& progress) const;
  void edit(Edit made);
  void look();
  void go();
  void take(Round done);

  std::filesystem::path folder_;
  std::string sitesFile_;
  MakeSender makeSender_;
  bool on_ = false;
  bool again_ = false;  ///< something was asked while a round was under way
  std::vector<Edit> edits_;
  io::outbox::Listing listing_;
  std::optional<planning::Error> trouble_;
  QTimer wait_;
  std::unique_ptr<Background> background_;
  PromisedWork posting_;
};

}  // namespace app::outbox
