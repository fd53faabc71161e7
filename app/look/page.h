#pragma once

#include <QWidget>

class QUndoStack;

namespace app {

/// A page of the window, behind a tab of its own: what the window asks of each, whichever it is.
class Page : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  virtual QString title() const = 0;  ///< of its tab

  /// What its edits go to. Null: nothing is edited on it; undo, saving and the grey values are the plan's then.
  virtual QUndoStack* undoStack() { return nullptr; }
  /// Saves what is edited on it, asking where when that is not known. True when written; else why not has been said.
  virtual bool save(bool complete);
  virtual void setWindow(double centreHu, double widthHu);  ///< of the images on it

  /// What would be lost by opening another, in a sentence; empty when nothing would.
  virtual QString unsaved() const { return {}; }
  /// Asks about what is unsaved, and saves it when told to. False: it is to stay.
  bool mayLeave();
  virtual void leave() {}  ///< the window closes: what is open on the page is given up

 Q_SIGNALS:
  void undoStackChanged();  ///< undoStack() is another one
};

}  // namespace app
