#pragma once

#include <QString>

class QWidget;

namespace app {

// Qt's dialogs for folders and files. Qt notes what was chosen in a settings file of all its programs (QtProject.conf);
// that note is taken back, for the path may hold a patient's name. Empty when the operator chose nothing.

QString folderFromDialog(QWidget* parent, const QString& title, const QString& start = {});
QString fileFromDialog(QWidget* parent, const QString& title, const QString& start = {}, const QString& filter = {});
QString newFileFromDialog(QWidget* parent, const QString& title, const QString& start = {}, const QString& filter = {});

}  // namespace app
