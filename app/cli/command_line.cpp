#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <new>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/commands.h"
#include "app/cli/error.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/session/nearest.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

constexpr int could_not = 1, wrong_request = 2;
constexpr std::array<std::string_view, 5> command_names{"run", "render", "map", "tune", "list"};

constexpr const char* root_examples =
    "Examples:\n"
    "  ravine                          opens the window\n"
    "  ravine lecture.ravine.json      opens the window with a session\n"
    "  ravine render --layout compare -o figure.png\n"
    "  ravine run --help               says what a command can do";
constexpr const char* run_examples =
    "Example:\n"
    "  ravine run --objective bowl --optimizer rmsprop:lr=0.01,rho=0.99 --start -0.5,0.5 --steps 50 -o run.csv\n"
    "\n"
    "OUT ends in .csv or .json; '-' writes CSV to standard output. The CSV has the columns run, optimizer, step, x, y, f,\n"
    "gx, gy, rate_x, rate_y: `run` counts the optimizers from 0 in the order given, step 0 is the start, and rate is the\n"
    "effective rate of the update that led to the step. A run that diverges ends there and is no error.";
constexpr const char* render_examples =
    "Example:\n"
    "  ravine render --objective rosenbrock --optimizer adagrad:lr=0.3 --optimizer rmsprop --size 1600x900 -o figure.png\n"
    "\n"
    "OUT ends in .png, .svg or .pdf. A PNG has --size times --scale pixels (1600x900 times 1 without them); SVG and PDF are\n"
    "as large as at scale 1 and hold outlines, surfaces apart, which are pixels of that scale. The figure shows the last\n"
    "step, or with FILE and without --steps the step that FILE was saved at.";
constexpr const char* map_examples =
    "Examples:\n"
    "  ravine map --objective rosenbrock --optimizer rmsprop --kind lr-rho -o map.png\n"
    "  ravine map --objective himmelblau --optimizer adagrad --kind basins --cells 512x512 -o basins.csv\n"
    "\n"
    "Every cell is a run. lr-rho varies the learning rate and rho (or beta2, momentum ... where a rule has no rho),\n"
    "lr-objective the learning rate and the objective's first parameter, basins the start over the view. OUT ends in\n"
    ".csv, .png, .svg or .pdf; '-' writes CSV to standard output: the two values, the final f, the step from which on the\n"
    "run stays within the tolerance, the outcome, and for basins which minimum it reached.";
constexpr const char* tune_examples =
    "Example:\n"
    "  ravine tune --objective rosenbrock --optimizer adagrad --optimizer rmsprop --budget 500\n"
    "\n"
    "Every optimizer gets the same number of runs: a seeded, log-uniform search over its learning rate and decay factors.\n"
    "The best setting is the one that arrives first, or ends lowest where none arrives. -o FILE.ravine.json writes the\n"
    "session with the best settings.";
constexpr const char* list_examples =
    "Example:\n"
    "  ravine list optimizers --json";

/// The command line's grammar: CLI11 takes it apart, Options give it meaning.
struct Grammar {
    CLI::App root{"A laboratory for gradient-descent optimizers.", "ravine"};
    CLI::App* run = root.add_subcommand("run", "write every step of every run as .csv or .json");
    CLI::App* render = root.add_subcommand("render", "draw the figure as .png, .svg or .pdf, with no window");
    CLI::App* map = root.add_subcommand("map", "run every cell of a grid of settings or starts, as .csv or as a picture");
    CLI::App* tune = root.add_subcommand("tune", "find the best hyperparameters of every optimizer with one budget");
    CLI::App* list = root.add_subcommand("list", "list the objectives, optimizers, lessons or colormaps");
    Options window{root}, run_options{*run}, render_options{*render}, map_options{*map}, tune_options{*tune}, list_options{*list};

    Grammar() {
        root.footer(root_examples);
        root.set_version_flag("--version", "ravine " RAVINE_VERSION);
        root.require_subcommand(0, 1);
        window.add("FILE", "a session, a lesson, or a picture that carries its session, for the window to open", "");
        for (const char* hidden : {"--size", "--scale"}) window.add(hidden, "", "")->group("");
        add_request_options(run_options);
        run->footer(run_examples);
        add_request_options(render_options);
        render->footer(render_examples);
        add_request_options(map_options);
        map_options.add("--kind", either(map_kind_names), "NAME");
        map_options.add("--which", "which optimizer of the session, from 0", "N");
        map_options.add("--x", "what varies along x instead: a parameter of the optimizer or the objective", "PARAM");
        map_options.add("--y", "what varies along y instead", "PARAM");
        map_options.add("--cells", "size of the grid, 256x256 without it", "WxH");
        map_options.add("--measure", "what a picture shows: " + either(map_measure_names), "NAME");
        map_options.add("--tolerance", "f within this of the minimum has arrived, 1e-6 without it", "T");
        map->footer(map_examples);
        add_request_options(tune_options);
        tune_options.add("--budget", "runs of each optimizer, 256 without it", "N");
        tune_options.add("--tolerance", "f within this of the minimum has arrived, 1e-6 without it", "T");
        tune->add_flag("--json")->description("as JSON");
        tune->footer(tune_examples);
        list_options.add("KIND", either(list_names), "");
        list->add_flag("--json")->description("as JSON, with everything that is known of each");
        list->footer(list_examples);
        for (CLI::App* app : {&root, run, render, map, tune, list}) app->allow_extras();
    }
};

/// A word in the first place that is no file was meant as a command.
void refuse_unknown_command(const std::optional<Typed>& file, std::string_view first) {
    std::error_code none;
    if (!file || file->text != first || file->text.find_first_of("./") != std::string::npos ||
        std::filesystem::exists(file->text, none))
        return;
    throw RequestError(fmt::format("{} is neither a command nor a file; the commands are {}{}", in_quotes(file->text),
                                   either(command_names), did_you_mean(file->text, command_names)));
}

WindowRequest window_request(const Options& options, std::string_view first) {
    const auto file = options.one("FILE");
    refuse_unknown_command(file, first);
    options.refuse_rest();
    WindowRequest request;
    if (file) request.file = file->text;
    if (const auto size = options.one("--size")) {
        const PixelSize pixels = size_value(*size);
        request.width = pixels.width;
        request.height = pixels.height;
    }
    if (const auto scale = options.one("--scale")) request.scale = static_cast<float>(scale_value(*scale));
    return request;
}

void refuse_window_options(const Options& window) {
    for (const char* name : {"FILE", "--size", "--scale"})
        if (const auto typed = window.all(name); !typed.empty())
            throw RequestError(fmt::format("{} stands before the command: the command comes first",
                                           in_quotes(name[0] == '-' ? name : typed.front().text)));
}

Request request_of(const Options& options) {
    options.refuse_rest();
    return request(options);
}

MapOptions map_options(const Options& options) {
    MapOptions asked;
    if (const auto kind = options.one("--kind"))
        asked.map.kind = static_cast<MapKind>(name_value(*kind, "kind of map", map_kind_names));
    if (asked.map.kind == MapKind::basins) asked.measure = MapMeasure::minimum;
    if (const auto which = options.one("--which")) asked.map.optimizer = whole_value(*which, 0, max_optimizers - 1);
    if (const auto x = options.one("--x")) asked.map.x = x->text;
    if (const auto y = options.one("--y")) asked.map.y = y->text;
    if (asked.map.kind == MapKind::basins && !(asked.map.x + asked.map.y).empty())
        throw RequestError("--kind basins varies the start: --x and --y belong to the other kinds");
    if (const auto cells = options.one("--cells")) {
        const PixelSize size = cells_value(*cells);
        asked.map.columns = size.width, asked.map.rows = size.height;
    }
    if (const auto measure = options.one("--measure"))
        asked.measure = static_cast<MapMeasure>(name_value(*measure, "measure", map_measure_names));
    if (asked.measure == MapMeasure::minimum && asked.map.kind != MapKind::basins)
        throw RequestError("--measure minimum belongs to --kind basins");
    if (const auto tolerance = options.one("--tolerance")) asked.map.tolerance = tolerance_value(*tolerance);
    return asked;
}

TuneOptions tune_options(const Options& options, ListForm form) {
    TuneOptions asked;
    if (const auto budget = options.one("--budget")) asked.budget = whole_value(*budget, 1, 1'000'000);
    if (const auto tolerance = options.one("--tolerance")) asked.tolerance = tolerance_value(*tolerance);
    asked.form = form;
    return asked;
}

void tune(const Grammar& grammar) {
    grammar.tune_options.refuse_rest();
    const ListForm form = grammar.tune->count("--json") > 0 ? ListForm::json : ListForm::table;
    tune_command(request(grammar.tune_options, Target::optional), tune_options(grammar.tune_options, form));
}

void list(const Grammar& grammar) {
    grammar.list_options.refuse_rest();
    const auto kind = grammar.list_options.one("KIND");
    if (!kind) throw RequestError(fmt::format("list what? Expected {}", either(list_names)));
    list_command({"list", kind->text}, grammar.list->count("--json") > 0 ? ListForm::json : ListForm::table);
}

CommandLine obey(const Grammar& grammar, std::string_view first) {
    const auto commands = grammar.root.get_subcommands();
    if (commands.empty()) return {window_request(grammar.window, first), 0};
    refuse_window_options(grammar.window);
    if (commands.front() == grammar.run)
        run_command(request_of(grammar.run_options));
    else if (commands.front() == grammar.render)
        render_command(request_of(grammar.render_options));
    else if (commands.front() == grammar.map)
        map_command(request_of(grammar.map_options), map_options(grammar.map_options));
    else if (commands.front() == grammar.tune)
        tune(grammar);
    else
        list(grammar);
    return {};
}

CommandLine parse(int argc, char** argv) {
    Grammar grammar;
    try {
        grammar.root.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        write_to_standard_output(grammar.root.help());
        return {};
    } catch (const CLI::CallForVersion& version) {
        write_to_standard_output(version.what() + std::string("\n"));
        return {};
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string_view what = error.what();
        throw RequestError(fmt::format("{} needs a value", what.substr(0, what.find_first_of(": "))));
    }
    return obey(grammar, argc > 1 ? argv[1] : "");
}

CommandLine failed(int status, std::string_view why, std::string_view picture = {}) {
    std::string line(why);
    // Foreign text may carry line ends: an error is one line.
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    fmt::print(stderr, "ravine: error: {}\n{}", line, picture);
    return {std::nullopt, status};
}

}  // namespace

CommandLine command_line(int argc, char** argv) {
    // A closed pipe and a file that may not grow are then errors like others.
    for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
    try {
        return parse(argc, argv);
    } catch (const NobodyReads&) {
        return {};
    } catch (const RequestError& error) {
        return failed(wrong_request, error.what(), error.picture);
    } catch (const CLI::Error& error) {
        return failed(wrong_request, error.what());
    } catch (const UnreadableSession& error) {
        return failed(could_not, error.what());
    } catch (const SessionError& error) {
        return failed(wrong_request, error.what());
    } catch (const std::bad_alloc&) {
        return failed(could_not, "there is not enough memory for this");
    } catch (const std::exception& error) {
        return failed(could_not, error.what());
    }
}

}  // namespace ravine
