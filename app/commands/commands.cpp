#include "app/commands/commands.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <algorithm>
#include <clocale>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string_view>

#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/manual.h"
#include "app/demo/demo.h"
#include "app/work/site_routes.h"

namespace app::commands {
namespace {

const CLI::App* find(const CLI::App& program, const std::string& command) {
  const auto named = program.get_subcommands([&](const CLI::App* one) { return one->check_name(command); });
  return named.empty() ? nullptr : named.front();
}

/// "help" and "help CMD" are --help in words; what the package takes from here has options (manual.h).
void addHelp(CLI::App& program, int& exitCode) {
  auto topic = std::make_shared<std::string>();
  auto shell = std::make_shared<std::string>();
  auto manual = std::make_shared<bool>(false);
  auto* command = program.add_subcommand("help", "Explains the program or one of its commands");
  command->add_option("CMD", *topic, "The command to explain");
  command->add_option("--completion", *shell, "Prints the script that completes commands and options in this shell")
      ->check(CLI::IsMember({"bash"}));
  command->add_flag("--manual", *manual, "Prints the commands as the manual page has them (man(7))");
  command->callback([topic, shell, manual, &program, &exitCode] {
    exitCode = kDone;
    if (!shell->empty()) return void(std::cout << bashCompletion(program));
    if (*manual) return void(std::cout << manualOfCommands(program));
    const auto* explained = topic->empty() ? nullptr : find(program, *topic);
    if (!topic->empty() && explained == nullptr) throw CLI::ValidationError("help", "there is no command " + *topic);
    // Not program.help(): that speaks of the command that was given, which is this one.
    std::cout << (explained ? explained->help("needleplan")
                            : program.get_formatter()->make_help(&program, "needleplan", CLI::AppFormatMode::Normal));
  });
}

void addAll(CLI::App& program, int& exitCode) {
  program.require_subcommand(1);
  program.set_version_flag("--version", std::string("needleplan ") + NEEDLEPLAN_VERSION);
  addDemo(program, exitCode);
  addScan(program, exitCode);
  addPlan(program, exitCode);
  addShow(program, exitCode);
  addRecord(program, exitCode);
  addVerify(program, exitCode);
  addCompare(program, exitCode);
  addPropose(program, exitCode);
  addSegment(program, exitCode);
  addLevels(program, exitCode);
  addAnatomy(program, exitCode);
  addAuto(program, exitCode);
  addTriangulate(program, exitCode);
  addRadiograph(program, exitCode);
  addExport(program, exitCode);
  addDeidentify(program, exitCode);
  addAudit(program, exitCode);
  addExercise(program, exitCode);
  addPacs(program, exitCode);
  addOutbox(program, exitCode);
  addWorksheet(program, exitCode);
  addHelp(program, exitCode);
}

/// What prints pages needs fonts, and so Qt's GUI half; it is told to need no display.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv) {
  const bool prints = std::any_of(argv, argv + argc, [](std::string_view argument) {
    return argument == "--pdf" || argument.starts_with("--pdf=") || argument == "worksheet" || argument == "--complete";
  });
  if (!prints) return std::make_unique<QCoreApplication>(argc, argv);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  // Standard error is for the commands' own lines: not for what Qt misses of a session that no command has.
  const auto told = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  auto application = std::make_unique<QGuiApplication>(argc, argv);
  qInstallMessageHandler(told);
  return application;
}

}  // namespace

void addDemo(CLI::App& program, int& exitCode) {
  auto folder = std::make_shared<std::string>();
  auto neck = std::make_shared<bool>(false);
  auto* command =
      program.add_subcommand("demo", "Writes the demo case: CT series, SEG, fluoroscopy views and the known answers");
  command->add_option("DIR", *folder, "Folder to write into")->required();
  command->add_flag("--neck", *neck, "A neck, prone and supine, instead of the lumbar case; without fluoroscopy");
  command->callback([folder, neck, &exitCode] {
    ConsoleProgress progress("making the demo case");
    const auto written = *neck ? writeNeckDemo(*folder, {}, progress) : writeDemo(*folder, {}, progress);
    exitCode = written ? kDone : printRefusal(written.error());
  });
}

bool isCommand(int argc, char** argv) {
  if (argc < 2) return false;
  const std::string first = argv[1];
  CLI::App program;
  int ignored = kDone;
  addAll(program, ignored);
  return first.starts_with("-") || find(program, first) != nullptr;
}

bool isUnknownWord(int argc, char** argv) {
  std::error_code ignored;
  return argc > 1 && !isCommand(argc, argv) && !std::filesystem::exists(argv[1], ignored);
}

int refuseUnknownWord(char** argv) {
  printRefusal({"no-such-command", {}, argv[1]});
  return kWrongUsage;
}

int runCommand(int argc, char** argv) {
  const auto application = makeApplication(argc, argv);
  std::setlocale(LC_NUMERIC, "C");  // Qt takes the environment's; numbers here are always written with a point
  if (const auto used = useSiteRoutes(); !used) return printRefusal(used.error());
  CLI::App program{"needleplan plans the path of a needle on a CT or fluoroscopy series."};
  int exitCode = kDone;
  addAll(program, exitCode);
  auto arguments = joinNegativeValues(argc, argv);
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them last first
  try {
    program.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    exitCode = program.exit(error) == 0 ? kDone : kWrongUsage;
  } catch (const std::filesystem::filesystem_error& error) {  // a path that no system call takes
    exitCode = printRefusal({"cannot-read", error.path1().string(), error.code().message()});
  }
  return outputArrived() ? exitCode : std::max(exitCode, kRefused);
}

}  // namespace app::commands
