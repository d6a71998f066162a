#include "app/cli/options.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/error.h"
#include "app/export/opened_session.h"
#include "app/session/lesson_file.h"
#include "app/session/names.h"
#include "app/session/nearest.h"
#include "app/session/session_json.h"

namespace ravine {
namespace {

std::vector<double> with(const std::vector<Parameter>& params, const TypedChoice& choice) {
    std::vector<double> values = standard_values(params);
    for (const TypedChoice::Value& typed : choice.values) values[typed.param] = typed.value;
    return values;
}

/// The line of a typed text that an error is about, and a caret below its column. Control characters become spaces.
std::string caret(std::string_view text, Place place) {
    for (int line = 1; line < place.line && text.find('\n') != std::string_view::npos; ++line)
        text.remove_prefix(text.find('\n') + 1);
    std::string shown(text.substr(0, text.find('\n')));
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return fmt::format("  {}\n  {}^\n", shown, std::string(static_cast<std::size_t>(place.column - 1), ' '));
}

template <class TypedText>
TypedText compiled(const Typed& typed) {
    try {
        return TypedText(typed.text);
    } catch (const ExpressionError& error) {
        throw RequestError(fmt::format("{}: {}", typed.option, error.what()), caret(typed.text, error.place));
    }
}

/// A caption says what to notice in the session it was written for.
void override_objective(Session& session, const Typed& typed) {
    const TypedChoice choice = choice_value(typed, "objective", objectives());
    const ObjectiveInfo& info = objectives()[choice.entry];
    choose_objective(session, info.id);
    session.objective_params = with(info.params, choice);
    session.lesson = {};
}

void override_optimizers(Session& session, const std::vector<Typed>& all) {
    if (all.size() > max_optimizers)
        throw RequestError(
            fmt::format("--optimizer and --rule are given {} times, expected at most {}", all.size(), max_optimizers));
    session.optimizers.clear();
    session.changes.clear();
    for (const Typed& typed : all) {
        if (typed.option == "--rule") {
            session.optimizers.push_back(new_rule(session, compiled<TypedOptimizer>(typed)));
            continue;
        }
        const TypedChoice choice = choice_value(typed, "optimizer", optimizers());
        const OptimizerInfo& info = optimizers()[choice.entry];
        OptimizerChoice card = new_optimizer(session, info.id);
        card.params = with(info.params, choice);
        session.optimizers.push_back(std::move(card));
    }
    session.view.left = 0;
    session.view.right = all.size() > 1 ? 1 : 0;
    if (all.size() == 1) session.view.layout = Layout::single;
    session.lesson = {};
}

void override_formula(Session& session, const Typed& typed) {
    const TypedObjective formula(compiled<TypedObjective>(typed));
    session.start = formula.info().start;
    session.view.box = formula.info().domain;
    choose_formula(session, formula);
    session.lesson = {};
}

void override_view(View& view, const Options& options) {
    if (const auto box = options.one("--view")) view.box = view_value(*box);
    if (const auto layout = options.one("--layout"))
        view.layout = static_cast<Layout>(name_value(*layout, "layout", layout_names));
    if (const auto order = options.one("--order")) view.order = static_cast<GridOrder>(name_value(*order, "order", order_names));
    if (const auto theme = options.one("--theme")) view.theme = static_cast<ThemeName>(name_value(*theme, "theme", theme_names));
    if (const auto map = options.one("--colormap")) view.colormap = colormap_ids[name_value(*map, "colormap", colormap_ids)];
}

void override_session(Session& session, const Options& options) {
    if (const auto objective = options.one("--objective")) override_objective(session, *objective);
    if (const auto formula = options.one("--formula")) {
        if (options.one("--objective")) throw RequestError("--formula stands instead of --objective: give one of the two");
        override_formula(session, *formula);
    }
    std::vector<Typed> all = options.all("--optimizer");
    for (Typed& rule : options.all("--rule")) all.push_back(std::move(rule));
    if (!all.empty()) override_optimizers(session, all);
    if (const auto start = options.one("--start")) session.start = point_value(*start);
    if (const auto steps = options.one("--steps")) session.steps = steps_value(*steps);
    if (const auto seed = options.one("--seed")) session.seed = seed_value(*seed);
    if (const auto noise = options.one("--noise")) session.noise = noise_value(*noise);
    override_view(session.view, options);
    if (const std::string wanted = why_not_runs(session); !wanted.empty()) throw RequestError("--steps: expected " + wanted);
}

/// The pages that are asked for of a file, which is a lesson, or anything else that opens as one session.
std::vector<Session> pages_of(const Typed& file, const std::optional<Typed>& page) {
    OpenedSession opened = open_session(file.text);
    std::vector<Session> pages = opened.lesson ? std::move(opened.lesson->pages) : std::vector{std::move(opened.session)};
    if (!page) return pages;
    const auto number = static_cast<std::size_t>(whole_value(*page, 1, static_cast<int>(max_lesson_pages)));
    if (number > pages.size())
        refuse(*page, fmt::format("{} has {} page{}", in_quotes(file.text), pages.size(), pages.size() == 1 ? "" : "s"));
    return {std::move(pages[number - 1])};
}

std::string without_value(std::string_view token) { return std::string(token.substr(0, token.find('='))); }

}  // namespace

CLI::Option* Options::add(const std::string& names, const std::string& help, const std::string& value) {
    return app_->add_option(names)->description(help)->option_text(value)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::vector<Typed> Options::all(const std::string& name) const {
    const CLI::Option* option = app_->get_option(name);
    std::vector<Typed> typed;
    for (const std::string& text : option->results()) typed.push_back({name, text});
    return typed;
}

std::optional<Typed> Options::one(const std::string& name) const {
    const CLI::Option* option = app_->get_option(name);
    const auto& texts = option->results();
    if (texts.size() > 1) throw RequestError(fmt::format("{} is given more than once", name));
    if (texts.empty()) return std::nullopt;
    return Typed{name, texts.front()};
}

void Options::refuse_rest() const {
    const std::vector<std::string> rest = app_->remaining();
    if (rest.empty()) return;
    const auto dashed = std::find_if(rest.begin(), rest.end(), [](const std::string& token) { return token.rfind('-', 0) == 0; });
    if (dashed == rest.end()) throw RequestError(fmt::format("unexpected argument {}", in_quotes(rest.front())));
    std::vector<std::string> names;
    for (const CLI::Option* option : std::as_const(*app_).get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::string token = without_value(*dashed);
    throw RequestError(fmt::format("unknown option {}{}", in_quotes(token),
                                   did_you_mean(token, std::vector<std::string_view>(names.begin(), names.end()))));
}

void add_request_options(Options& options) {
    options.add("FILE", "a session, a lesson, or a picture that carries its session (without it: the opening session)", "");
    options.add("--page", "page of a lesson, from 1: the first without it", "N");
    options.add("-o,--output", "the file to write", "OUT");
    options.add("--objective", "objective and its parameters, e.g. rosenbrock:a=1,b=100", "ID[:param=value,...]");
    options.add("--optimizer",
                "optimizer and its hyperparameters, e.g. rmsprop:lr=0.01,rho=0.9; once for each, instead of FILE's",
                "ID[:param=value,...]");
    options.add("--formula", "a typed objective in x and y, instead of --objective, e.g. \"(1-x)^2 + 100(y-x^2)^2\"", "EXPR");
    options.add("--rule", "a typed update rule, e.g. \"s = rho*s + (1-rho)*g^2; x = x - lr*g/(sqrt(s)+eps)\"; once for each",
                "STATEMENTS");
    options.add("--start", "where every run starts", "X,Y");
    options.add("--steps", "updates per run, 1 to 1,000,000", "N");
    options.add("--seed", "seed of the gradient noise", "N");
    options.add("--noise", "standard deviation of the gradient noise", "SIGMA");
    options.add("--view", "the part of the plane in view", "X0,X1,Y0,Y1");
    options.add("--layout", "single, compare or grid", "NAME");
    options.add("--order", "what the panes of a grid are ordered by, the best first: " + either(order_names), "NAME");
    options.add("--theme", "dark, light or contrast", "NAME");
    options.add("--colormap", either(colormap_ids), "NAME");
    options.add("--size", "size of a picture at scale 1", "WxH");
    options.add("--scale", "pixels of a picture per pixel of its size", "K");
}

Request request(const Options& options, Target target) {
    Request request;
    const auto out = options.one("--output");
    if (out) request.out = out->text;
    if (request.out.empty() && (out || target == Target::needed))
        throw RequestError("-o OUT is missing: where is the result to go?");
    if (const auto size = options.one("--size")) request.size = size_value(*size);
    if (const auto scale = options.one("--scale")) request.scale = scale_value(*scale);

    const auto file = options.one("FILE");
    const auto page = options.one("--page");
    if (page && !file) throw RequestError("--page asks for a page of FILE, and there is no FILE");
    request.pages = file ? pages_of(*file, page) : std::vector<Session>{opening_session()};
    for (Session& session : request.pages) override_session(session, options);
    request.session = request.pages.front();
    // A step that was saved counts from the run that was saved.
    if (file && options.all("--steps").empty()) request.moment = Request::Moment::of_view;
    return request;
}

}  // namespace ravine
