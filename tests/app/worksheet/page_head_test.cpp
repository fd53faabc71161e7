#include <QBuffer>
#include <QPdfWriter>

#include <gtest/gtest.h>

#include "app/look/paper.h"

namespace app {
namespace {

/// What is left of the second page after one line of it, begun by itself or by hand.
double restOfSecondPage(const QString& head, bool byHand) {
  QBuffer nowhere;
  nowhere.open(QIODevice::WriteOnly);
  QPdfWriter writer(&nowhere);
  writer.setResolution(Paper::kDotsAnInch);
  Paper::prepare(writer);
  Paper paper(writer, QStringLiteral("foot"));
  paper.goOnUnder(head);
  paper.take(700);
  if (byHand) paper.newPage();
  paper.take(100);
  EXPECT_EQ(paper.page(), 2);
  return paper.rest();
}

}  // namespace

TEST(PageHead, standsAboveAPageThatGoesOnAndAboveNoOther) {
  const double bare = restOfSecondPage({}, false);
  const double headed = restOfSecondPage(QStringLiteral("Doe, Jane"), false);
  EXPECT_LT(headed, bare - 9) << "a line of it";
  EXPECT_GT(headed, bare - 30) << "and one alone";
  EXPECT_LT(restOfSecondPage(QString(400, 'x'), false), headed - 9) << "a long one is wrapped";
  EXPECT_EQ(restOfSecondPage(QStringLiteral("Doe, Jane"), true), bare);
}

}  // namespace app
