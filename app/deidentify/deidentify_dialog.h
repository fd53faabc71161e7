#pragma once

#include <QDialog>
#include <QMap>
#include <QProcess>
#include <QRect>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

class QCheckBox;
class QJsonArray;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace app::deidentify {

class ImageLook;

/// Copies a folder without what tells whose it is, by the program's own command `deidentify` in a process beside the
/// window: what breaks or hangs there leaves the window alone, and Cancel ends it and what it had begun. Images that
/// may hold text in their pixels are shown, runs frame by frame, with the text that was found in them; those ticked as
/// looked at, and those over which boxes were drawn, come along in every later run, the boxes black; the other images
/// of their series stay until they are looked at too.
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
  void cancel();
  void end(int exitCode);
  void showResult(const QByteArray& json);
  void showRefusal(const QByteArray& json);
  void showImages(const QJsonArray& toSee, const QJsonArray& frames, const QJsonArray& textAt);
  void showPicture();
  void setRunning(bool running);

  QLineEdit *input_, *output_;
  QCheckBox* keepDates_;
  QPushButton *start_, *cancel_, *close_;
  QProgressBar* progress_;
  QLabel* result_;
  QWidget* looking_;     ///< what must be looked at: the list, and the chosen one's picture
  QListWidget* images_;  ///< each with a tick
  ImageLook* picture_;
  QProcess process_;
  QTimer patience_;                          ///< with a command that was asked to stop
  std::unique_ptr<QTemporaryDir> previews_;  ///< gone with the dialog: its pictures may name a patient
  QMap<QString, QList<QRect>> boxes_;        ///< drawn on images, black in their series
  QStringList seen_;                         ///< images of the input ticked so far
  QString begun_;                            ///< the output of the run
  QString asked_;                            ///< the output as the operator named it
  QString exported_;                         ///< the folder that this dialog made last; the next run goes beside it
  bool cancelled_ = false;
};

}  // namespace app::deidentify
