#include "app/commands/manual.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace app::commands {
namespace {

std::vector<const CLI::App*> commandsOf(const CLI::App& command) {
  return command.get_subcommands([](const CLI::App* one) { return !one->get_name().empty(); });
}

/// All but --help, which every command has.
std::vector<const CLI::Option*> optionsOf(const CLI::App& command) {
  return command.get_options(
      [&](const CLI::Option* one) { return one->nonpositional() && one != command.get_help_ptr(); });
}

std::vector<const CLI::Option*> argumentsOf(const CLI::App& command) {
  return command.get_options([](const CLI::Option* one) { return one->get_positional(); });
}

bool takesValue(const CLI::Option& option) {
  return option.get_items_expected_max() > 0;
}

/// "-o", "--out".
std::vector<std::string> namesOf(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const auto& name : option.get_snames()) names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

/// The words that it may have, where it may not have any: CLI11 keeps them in the type's name alone,
/// "TEXT:{left,right}".
std::vector<std::string> wordsOf(const CLI::Option& option) {
  const auto type = option.get_type_name();
  const auto open = type.find('{'), close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  return CLI::detail::join(words, between);
}

/// Of the program and each of its commands, at any depth: `visit("", program)`, `visit(" pacs find", find)`.
void visitAll(const CLI::App& command, const std::string& path,
              const std::function<void(const std::string&, const CLI::App&)>& visit) {
  visit(path, command);
  for (const auto* one : commandsOf(command)) visitAll(*one, path + " " + one->get_name(), visit);
}

std::vector<std::string> commandNames(const CLI::App& command) {
  std::vector<std::string> names;
  for (const auto* one : commandsOf(command)) names.push_back(one->get_name());
  return names;
}

std::string casesOfValues(const std::string& path, const CLI::App& command) {
  std::string cases;
  for (const auto* option : optionsOf(command))
    if (takesValue(*option))
      for (const auto& name : namesOf(*option))
        cases += "    '" + path + " " + name + "') words='" + joined(wordsOf(*option), " ") + "' ;;\n";
  return cases;
}

std::string caseOfWords(const std::string& path, const CLI::App& command, const std::vector<std::string>& commands) {
  auto words = path == " help" ? commands : commandNames(command);
  const bool hasCommands = !words.empty();
  words.emplace_back("--help");
  for (const auto* option : optionsOf(command))
    for (const auto& name : namesOf(*option)) words.push_back(name);
  // Where no command follows, an empty word is completed to files.
  const std::string line = hasCommands ? "" : "[[ $now == -* ]] && ";
  return "      '" + path + "') " + line + "words='" + joined(words, " ") + "' ;;\n";
}

// For roff, where a bare '-' is a hyphen, and a line that begins with '.' or '\'' is a request.
std::string escaped(const std::string& text) {
  std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    if (c == '\\')
      result += "\\e";
    else if (c == '-')
      result += "\\-";
    else
      result += c;
  }
  return result;
}

std::string bold(const std::string& text) {
  return "\\fB" + escaped(text) + "\\fR";
}

std::string italic(const std::string& text) {
  return "\\fI" + escaped(text) + "\\fR";
}

std::string valueOf(const CLI::Option& option) {
  if (!takesValue(option)) return {};
  std::vector<std::string> words;
  for (const auto& word : wordsOf(option)) words.push_back(bold(word));
  const bool many = option.get_items_expected_max() >= CLI::detail::expected_max_vector_size;
  return " " + (words.empty() ? italic(option.get_type_name()) : joined(words, "|\\:")) + (many ? " ..." : "");
}

std::string entry(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const auto& name : namesOf(option)) names.push_back(bold(name));
  std::string text = ".TP\n" + (names.empty() ? italic(option.get_name(true)) : joined(names, ", ") + valueOf(option));
  text += "\n" + escaped(option.get_description());
  if (option.get_required() && !names.empty()) text += " (required)";
  for (const auto* needed : option.get_needs()) text += "; needs " + bold(needed->get_name());
  return text + "\n";
}

std::string sectionOf(const std::string& path, const CLI::App& command) {
  std::string text = ".SS " + escaped("needleplan" + path);
  if (!optionsOf(command).empty()) text += " [\\fIOPTIONS\\fR]";
  for (const auto* argument : argumentsOf(command)) text += " " + italic(argument->get_name(true));
  text += "\n" + escaped(command.get_description()) + ".\n";
  for (const auto* argument : argumentsOf(command)) text += entry(*argument);
  for (const auto* option : optionsOf(command)) text += entry(*option);
  return text;
}

}  // namespace

std::string bashCompletion(const CLI::App& program) {
  std::string paths, values, words;
  visitAll(program, "", [&](const std::string& path, const CLI::App& command) {
    if (!path.empty()) paths += (paths.empty() ? "'" : "|'") + path + "'";
    values += casesOfValues(path, command);
    words += caseOfWords(path, command, commandNames(program));
  });
  return "# Completion of needleplan for bash, made by `needleplan help --completion bash`.\n"
         "_needleplan() {\n"
         "  local now=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path='' words='' i\n"
         "  if [[ $now == = ]]; then now=''; elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"$path ${COMP_WORDS[i]}\" in " +
         paths +
         ") path+=\" ${COMP_WORDS[i]}\" ;; esac\n"
         "  done\n"
         "  case \"$path $before\" in\n" +
         values + "    *) case \"$path\" in\n" + words +
         "    esac ;;\n"
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$now\")\n"
         "}\n"
         "complete -o bashdefault -o default -F _needleplan needleplan\n";
}

std::string manualOfCommands(const CLI::App& program) {
  std::string text;
  visitAll(program, "", [&](const std::string& path, const CLI::App& command) {
    if (!path.empty() && commandsOf(command).empty()) text += sectionOf(path, command);
  });
  return text;
}

}  // namespace app::commands
