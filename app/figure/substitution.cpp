#include "app/figure/substitution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "app/figure/rule_numbers.h"
#include "engine/expression/rule.h"
#include "engine/optimizers/common.h"
#include "engine/rule_lines.h"

namespace ravine {
namespace {

/// The hyperparameters that an update from row `from` uses, the scheduled learning rate among them.
struct Effective {
    std::vector<double> values;
    std::size_t own;  ///< how many of them are the rule's own
    double slider_rate;

    Effective(const RunSpec& spec, int from)
        : values(spec.optimizer.params().begin(), spec.optimizer.params().end()), own(spec.optimizer.info().own_params) {
        for (const Change& c : spec.changes)
            if (c.step <= from) values[static_cast<std::size_t>(c.param)] = c.value;
        slider_rate = values[0];
        if (!is_scheduled()) return;
        values[0] = scheduled(
            {static_cast<ScheduleKind>(static_cast<int>(common(Common::schedule))), common(Common::every), common(Common::gamma),
             common(Common::steps), common(Common::floor), common(Common::warmup), common(Common::decay)},
            slider_rate, from);
    }

    /// 0 where the rule does not know it.
    double common(Common c) const { return own < values.size() ? values[own + static_cast<std::size_t>(c)] : 0; }
    bool is_scheduled() const { return common(Common::schedule) != 0; }
};

/// Reads the lines of an update one after another; each sees what those above it have assigned.
class Desk {
public:
    Desk(const RunSpec& spec, const Run& run, Substitution& out)
        : spec_(spec), info_(spec.optimizer.info()), run_(run), out_(out), effective_(spec, out.from) {
        declare();
    }

    void read() {
        std::vector<RuleLine> lines;
        if (!is_joint(spec_.optimizer.index())) lines = common_lines();
        // The catalogue's rule sees the gradient that these lines leave.
        for (const RuleLine& l : lines) line(l, Last::no);
        lines = rule_lines();
        std::vector<std::string_view> left;
        for (const RuleLine& l : lines) left.push_back(left_of(l.text));
        for (std::size_t k = 0; k < lines.size(); ++k) {
            const auto rest = left.begin() + static_cast<std::ptrdiff_t>(k) + 1;
            line(lines[k], std::find(rest, left.end(), left[k]) == left.end() ? Last::yes : Last::no);
        }
    }

private:
    enum class Last { no, yes };

    std::vector<RuleLine> common_lines() {
        std::vector<RuleLine> lines;
        if (effective_.common(Common::clip_norm) > 0) {
            const auto row = static_cast<std::size_t>(out_.from);
            hold("‖g‖", "length of the gradient", {std::sqrt(run_.gx[row] * run_.gx[row] + run_.gy[row] * run_.gy[row])});
            lines = {{"κ = min(τ / (‖g‖ + 10⁻⁶), 1)", "clipping"}, {"g ← κ g"}};
        }
        if (effective_.common(Common::weight_decay) == 0) return lines;
        const bool apart = decouples_decay(spec_.optimizer.index());
        lines.push_back(apart ? RuleLine{"x ← x (1 − η λ)", "weight decay"} : RuleLine{"g ← g + λ x", "weight decay"});
        return lines;
    }

    std::vector<RuleLine> rule_lines() {
        if (spec_.optimizer.rule() != nullptr) {
            std::vector<RuleLine> lines;
            for (const Rule::Statement& s : spec_.optimizer.rule()->statements()) lines.push_back({s.text});
            return lines;
        }
        RuleText text = update_text(spec_.optimizer.index(), update());
        for (const RuleValue& v : text.values) hold(std::string(v.sign), std::string(v.name), {v.value});
        return std::move(text.lines);
    }

    /// What the run's next row says of an accumulator or x.
    std::optional<double> result(std::string_view left) const {
        if (left == "x") return out_.after;
        for (std::size_t k = 0; k < info_.state.size(); ++k)
            if (accumulator(k) == left) return state(k, out_.from + 1, mine());
        return std::nullopt;
    }

    std::size_t mine() const { return out_.coordinate == Component::x ? 0 : 1; }
    double state(std::size_t k, int row, std::size_t coordinate) const {
        return run_.state[k][2 * static_cast<std::size_t>(row) + coordinate];
    }
    std::string_view accumulator(std::size_t k) const { return info_.signs.empty() ? info_.state[k] : info_.signs[k]; }

    void declare() {
        const auto constant = [&](std::string_view sign, double value) {
            if (!sign.empty()) signs_[std::string(sign)] = {value, SignValue::Kind::constant};
        };
        for (std::size_t k = 0; k < info_.params.size(); ++k) {
            constant(info_.params[k].sign, effective_.values[k]);
            if (spec_.optimizer.rule() != nullptr && k < info_.own_params) constant(info_.params[k].id, effective_.values[k]);
        }
        for (std::size_t k = 0; k < info_.state.size(); ++k)
            if (const std::string_view sign = accumulator(k); !sign.empty())
                signs_[std::string(sign)] = {state(k, out_.from, mine())};
        const auto row = static_cast<std::size_t>(out_.from);
        constant("t", out_.from + 1.0);
        signs_["x"] = {out_.before};
        signs_["g"] = {out_.gradient};
        if (is_joint(spec_.optimizer.index())) signs_["gx"] = {run_.gx[row]}, signs_["gy"] = {run_.gy[row]};
        if (spec_.optimizer.rule() != nullptr) signs_["f"] = {run_.f[row]};
        if (!effective_.is_scheduled()) return;
        constexpr auto exactly = SignValue::Kind::constant;
        hold(spec_.optimizer.rule() != nullptr ? "lr" : "η",
             fmt::format("by the schedule; the slider says {}", written({effective_.slider_rate, exactly})),
             {effective_.values[0], exactly});
    }

    void hold(const std::string& sign, std::string name, SignValue number) {
        signs_[sign] = number;
        out_.held.push_back({sign, std::move(name), number});
    }

    /// The last line for an accumulator or x gives the run's own number, and so do the signs of the lines below: what they say is
    /// not rounded a second time.
    void line(const RuleLine& l, Last last) {
        const auto lookup = [this](std::string_view sign) -> std::optional<SignValue> {
            const auto at = signs_.find(sign);
            return at == signs_.end() ? std::nullopt : std::optional(at->second);
        };
        SubstitutedLine done{read_statement(l.text, lookup), 0, std::string(l.note)};
        done.value = ravine::value_of(done.statement.right);
        if (last == Last::yes) done.value = result(done.statement.left).value_or(done.value);
        signs_[done.statement.left] = {done.value};
        out_.lines.push_back(std::move(done));
    }

    /// What the catalogue's rule met: with the gradient as the lines above have made it.
    RuleUpdate update() const {
        const auto row = static_cast<std::size_t>(out_.from);
        RuleUpdate u{.params = effective_.values,
                     .t = out_.from + 1.0,
                     .coordinate = mine(),
                     .g = {run_.gx[row], run_.gy[row]},
                     .from = {run_.x[row], run_.y[row]},
                     .to = {run_.x[row + 1], run_.y[row + 1]},
                     .before = {},
                     .after = {}};
        u.g[mine()] = signs_.at("g").value;
        for (std::size_t k = 0; k < info_.state.size(); ++k)
            for (std::size_t c = 0; c < 2; ++c) {
                u.before[c].push_back(state(k, out_.from, c));
                u.after[c].push_back(state(k, out_.from + 1, c));
            }
        if (is_joint(spec_.optimizer.index())) u.hessian = spec_.objective.hessian({run_.x[row], run_.y[row]});
        return u;
    }

    const RunSpec& spec_;
    const OptimizerInfo& info_;
    const Run& run_;
    Substitution& out_;
    Effective effective_;
    std::map<std::string, SignValue, std::less<>> signs_;
};

}  // namespace

double Substitution::value_of(std::string_view left) const {
    const auto last =
        std::find_if(lines.rbegin(), lines.rend(), [&](const SubstitutedLine& l) { return l.statement.left == left; });
    return last == lines.rend() ? std::numeric_limits<double>::quiet_NaN() : last->value;
}

Substitution substitute(const RunSpec& spec, const Run& run, int from, Component coordinate) {
    const auto row = static_cast<std::size_t>(from);
    const bool is_x = coordinate == Component::x;
    Substitution out{.from = from,
                     .coordinate = coordinate,
                     .held = {},
                     .lines = {},
                     .before = (is_x ? run.x : run.y).at(row),
                     .after = (is_x ? run.x : run.y).at(row + 1),
                     .gradient = (is_x ? run.gx : run.gy).at(row),
                     .rate = (is_x ? run.rate_x : run.rate_y).at(row + 1)};
    Desk(spec, run, out).read();
    return out;
}

}  // namespace ravine
