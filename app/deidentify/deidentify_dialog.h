#pragma once

#include <QDialog>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace app::deidentify {

/// Copies a folder without what tells whose it is, by the program's own command `deidentify` in a process beside the
/// window: what breaks or hangs there leaves the window alone, and Cancel ends it. Images that may hold text in their
/// pixels are shown; those ticked as looked at come along in a second run.
class DeidentifyDialog : public QDialog {
  Q_OBJECT

 public:
  explicit DeidentifyDialog(const QString& inputFolder, QWidget* parent = nullptr);
  ~DeidentifyDialog() override;

  void setFolders(const QString& input, const QString& output);
  void start();

 Q_SIGNALS:
  void exportEnded(bool exported);

 private:
  QWidget* makeFolderRow(QLineEdit* line, const QString& objectName, const QString& title);
  void makeLayout();
  void end(int exitCode);
  void showResult(const QByteArray& json);
  void setRunning(bool running);
  QStringList seenFiles() const;

  QLineEdit *input_, *output_;
  QCheckBox* keepDates_;
  QPushButton *start_, *cancel_;
  QProgressBar* progress_;
  QLabel* result_;
  QListWidget* images_;  ///< what must be looked at, each with a tick
  QProcess process_;
  std::unique_ptr<QTemporaryDir> previews_;  ///< gone with the dialog: its pictures may name a patient
  QString exported_;                         ///< the folder that this dialog made, which its second run replaces
};

}  // namespace app::deidentify
