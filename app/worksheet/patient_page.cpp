#include "app/worksheet/patient_page.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

#include "app/look/paper.h"
#include "app/panels/patient_banner.h"
#include "app/text/words.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/routes.h"

namespace app::worksheet {
namespace {

constexpr int kTitleSize = 17, kHeadingSize = 11, kTextSize = 10, kSmallSize = 7, kPhoneSize = 15;
constexpr double kIndent = 12, kBetween = 6;
const QColor kWarning(0xa0, 0x10, 0x20), kWarningPaper(0xfb, 0xec, 0xee), kGrey(0x50, 0x50, 0x50);

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::worksheet::Patient)
};

/// Those of the plan's needles.
std::set<std::string> routesOf(const planning::Plan& plan) {
  std::set<std::string> routes;
  for (const auto& needle : plan.choices.needles) routes.insert(planning::ownChoices(plan.choices, needle).routeId);
  return routes;
}

/// The infiltrations of the procedures page.
const std::set<std::string> kRoutes{"lumbar-interlaminar", "lumbar-foraminal", "caudal", "lumbar-facet",
                                    "cervical-foraminal",  "cervical-facet",   "c1-c2",  "cervical-interlaminar",
                                    "intradiscal"};

PatientText::Section course(bool disc) {
  QStringList lines{
      Texts::tr("A corticoid is brought with a thin needle to the place in the spine that was chosen for you. A local "
                "anaesthetic may be given first, as a test."),
      Texts::tr(
          "Pictures, CT or fluoroscopy, guide the needle. Before the injection a little contrast medium, or air, shows "
          "that the needle is where it shall be."),
      Texts::tr("It usually takes less than ten minutes.")};
  if (disc)
    lines << Texts::tr(
        "Into a disc it is done in an operating room, as sterile as surgery, in day hospital: you are watched for one "
        "hour afterwards.");
  return {Texts::tr("What is done"), lines};
}

PatientText::Section afterwards(bool disc, bool elsewhere) {
  QStringList lines{Texts::tr("Come with somebody who takes you home."),
                    Texts::tr("Rest for 48 hours. Carry nothing heavy."),
                    Texts::tr("The pain may first rise, for 24 to 48 hours.")};
  if (elsewhere) lines << Texts::tr("Relief comes on average from the 4th day on.");
  if (disc) lines << Texts::tr("After an infiltration of a disc relief comes on average from the 3rd day on.");
  lines << Texts::tr("Rehabilitation goes on alongside: the infiltration does not replace it.")
        << Texts::tr("One or two more infiltrations may follow, one to four weeks apart, not more.");
  return {Texts::tr("Afterwards"), lines};
}

PatientText::Section risks() {
  QStringList lines{Texts::tr("Infection: about 1 in 100 (1 %)."), Texts::tr("Bleeding: about 1 in 150 000.")};
  lines << Texts::tr(
      "A small tear of the membrane around the nerves (epidural infiltrations): 0 to 2.6 in 100. It gives a "
      "headache for about a week.");
  lines << Texts::tr("Allergy to a product that was given.")
        << Texts::tr("Diabetes may get out of balance: watch it closely.")
        << Texts::tr(
               "Damage of the spinal cord by a blocked artery: about fifteen cases were ever reported, most of them in "
               "people whose "
               "spine had been operated on.");
  return {Texts::tr("Risks"), lines};
}

PatientText::Section headache() {
  return {
      Texts::tr("If you get a headache"),
      {Texts::tr("Lie down and rest, and take caffeine, as in coffee."),
       Texts::tr("If it persists, telephone: the leak can be closed with some of your own blood (a blood patch).")}};
}

PatientText::Section surgery() {
  return {Texts::tr("If it does not help enough"),
          {Texts::tr("If the pain comes back or does not go after the infiltrations that were planned, see your "
                     "physician: whether to "
                     "discuss surgery is decided together."),
           Texts::tr("With weakness or trouble holding urine or stool do not wait: see the warning signs.")}};
}

PatientText::Section warnings() {
  return {Texts::tr("Warning signs: telephone at once"),
          {Texts::tr("Fever."), Texts::tr("Weakness of an arm or a leg."),
           Texts::tr("Numbness between the legs, where one sits on a saddle."),
           Texts::tr("You cannot hold or pass urine or stool.")},
          true};
}

double heightOf(const Paper& paper, const PatientText::Section& section) {
  double height =
      paper.heightOf(section.heading, Paper::font(kHeadingSize, true), paper.width() - 2 * kIndent) + kBetween;
  for (const QString& line : section.lines)
    height += paper.heightOf(line, Paper::font(kTextSize), paper.width() - 3 * kIndent) + 2;
  return height + kBetween;
}

void paintSection(Paper& paper, const PatientText::Section& section) {
  const QRectF area = paper.take(heightOf(paper, section));
  if (section.warning) {
    paper.painter().setPen(QPen(kWarning, 1.2));
    paper.painter().setBrush(kWarningPaper);
    paper.painter().drawRect(area);
  }
  const QColor colour = section.warning ? kWarning : Qt::black;
  QRectF rest = area.adjusted(section.warning ? kIndent : 0, kBetween / 2, -kIndent, 0);
  const auto put = [&](const QString& words, const QFont& font, const QRectF& where, double below) {
    paper.draw(words, font, where, colour);
    rest.setTop(rest.top() + paper.heightOf(words, font, where.width()) + below);
  };
  put(section.heading, Paper::font(kHeadingSize, true), rest, 2);
  for (const QString& line : section.lines) {
    paper.draw(QStringLiteral("•"), Paper::font(kTextSize), rest, colour);
    put(line, Paper::font(kTextSize), rest.adjusted(kIndent, 0, 0, 0), 2);
  }
}

/// Never a number that nobody gave.
void paintTelephone(Paper& paper, const QString& telephone) {
  paper.space(kBetween);
  paper.keep(60);
  paper.text(Texts::tr("Whom to telephone"), Paper::font(kHeadingSize, true));
  if (telephone.isEmpty()) {
    const QRectF line = paper.take(26);
    paper.painter().setPen(QPen(Qt::black, 0.7));
    paper.painter().drawLine(line.bottomLeft(), line.bottomLeft() + QPointF(300, 0));
    paper.text(Texts::tr("to be written in by the centre"), Paper::font(kSmallSize), kGrey);
  } else {
    paper.text(telephone, Paper::font(kPhoneSize, true));
  }
  paper.text(Texts::tr("If nobody answers, go to the nearest emergency department and bring this page."),
             Paper::font(kTextSize));
}

QString procedureText(const planning::Plan& plan) {
  QStringList all;
  for (const auto& needle : plan.choices.needles) {
    const auto own = planning::ownChoices(plan.choices, needle);
    const auto* route = planning::procedure::routesInUse().find(own.routeId);
    QStringList parts{route ? inLanguage(route->name) : QString::fromStdString(own.routeId)};
    if (!own.level.empty()) parts << QString::fromStdString(own.level);
    if (own.side) parts << sideWord(*own.side);
    if (const QString one = parts.join(QStringLiteral(", ")); !all.contains(one)) all << one;
  }
  return all.join(QLatin1Char('\n'));
}

}  // namespace

bool hasPatientPage(const planning::Plan& plan) {
  const auto routes = routesOf(plan);
  return !routes.empty() &&
         std::all_of(routes.begin(), routes.end(), [](const std::string& route) { return kRoutes.contains(route); });
}

PatientText patientText(const planning::Plan& plan) {
  const auto routes = routesOf(plan);
  const bool disc = routes.contains("intradiscal");
  PatientText text;
  text.sections = {course(disc), afterwards(disc, routes.size() > (disc ? 1U : 0U)), risks(), headache()};
  text.sections.push_back(surgery());
  text.sections.push_back(warnings());
  text.sources = Texts::tr(
      "Figures: what a French imaging centre's page on spinal infiltrations states, for patients in general and "
      "rounded; your own risk may be smaller or larger. They do not replace what your physician tells you.");
  return text;
}

void paintPatientPage(Paper& paper, const planning::Plan& plan, const QString& telephone) {
  const auto& patient = plan.choices.scan.patient;
  paper.goOnUnder(panels::patientTitle(patient) + QStringLiteral("  ·  ") + panels::patientDetails(patient));
  paper.text(Texts::tr("Your spinal infiltration"), Paper::font(kTitleSize, true));
  paper.text(panels::patientTitle(patient), Paper::font(kHeadingSize, true));
  paper.text(panels::patientDetails(patient), Paper::font(kTextSize), kGrey);
  paper.text(procedureText(plan), Paper::font(kTextSize));
  const PatientText text = patientText(plan);
  for (const auto& section : text.sections) {
    paper.space(kBetween);
    paintSection(paper, section);
  }
  paintTelephone(paper, telephone);
  paper.space(kBetween);
  paper.text(text.sources, Paper::font(kSmallSize), kGrey);
}

}  // namespace app::worksheet
