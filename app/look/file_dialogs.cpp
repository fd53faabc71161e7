#include "app/look/file_dialogs.h"

#include <QFileDialog>
#include <QSettings>

#include <array>

namespace app {
namespace {

/// Puts Qt's notes of visited folders back as they were.
class QtsNotes {
 public:
  QtsNotes() : settings_(QSettings::UserScope, QStringLiteral("QtProject")) {
    for (std::size_t i = 0; i < kNotes.size(); ++i) before_[i] = settings_.value(QLatin1String(kNotes[i]));
  }
  QtsNotes(const QtsNotes&) = delete;
  QtsNotes& operator=(const QtsNotes&) = delete;
  ~QtsNotes() {
    settings_.sync();
    for (std::size_t i = 0; i < kNotes.size(); ++i)
      before_[i].isValid() ? settings_.setValue(QLatin1String(kNotes[i]), before_[i])
                           : settings_.remove(QLatin1String(kNotes[i]));
  }

 private:
  static constexpr std::array kNotes{"FileDialog/history", "FileDialog/lastVisited"};
  QSettings settings_;
  std::array<QVariant, kNotes.size()> before_;
};

}  // namespace

QString folderFromDialog(QWidget* parent, const QString& title, const QString& start) {
  const QtsNotes notes;
  return QFileDialog::getExistingDirectory(parent, title, start);
}

QString fileFromDialog(QWidget* parent, const QString& title, const QString& start, const QString& filter) {
  const QtsNotes notes;
  return QFileDialog::getOpenFileName(parent, title, start, filter);
}

QString newFileFromDialog(QWidget* parent, const QString& title, const QString& start, const QString& filter) {
  const QtsNotes notes;
  return QFileDialog::getSaveFileName(parent, title, start, filter);
}

}  // namespace app
