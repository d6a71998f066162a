#include "engine/optimizers/common.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

#include "engine/optimizers/own_parameters.h"

namespace ravine {
namespace {

constexpr unsigned used_by(std::initializer_list<ScheduleKind> kinds) {
    unsigned bits = 0;
    for (const ScheduleKind kind : kinds) bits |= 1U << static_cast<unsigned>(kind);
    return bits;
}

Parameter for_schedules(Parameter p, std::initializer_list<ScheduleKind> kinds) {
    p.schedules = used_by(kinds);
    return p;
}

double cosine(const Schedule& s, double lr, double t, double length) {
    return s.floor + (lr - s.floor) * 0.5 * (1 + std::cos(std::numbers::pi * t / length));
}

Parameter with_sign(Parameter p, std::string_view sign) {
    p.sign = sign;
    return p;
}

Parameter whole(std::string_view id, std::string_view name, double standard, double max, Limit limit, std::string_view help) {
    return {.id = id,
            .name = name,
            .standard = standard,
            .min = limit == Limit::positive ? 1.0 : 0.0,
            .max = max,
            .scale = Scale::integer,
            .limit = limit,
            .help = help};
}

Parameter amount(std::string_view id, std::string_view name, double standard, double min, double max, std::string_view help) {
    return {.id = id,
            .name = name,
            .standard = standard,
            .min = min,
            .max = max,
            .scale = Scale::log,
            .limit = Limit::not_negative,
            .help = help,
            .zero_below = zero_stop};
}

}  // namespace

std::vector<Parameter> common_parameters(double weight_decay) {
    return {{.id = "schedule",
             .name = "schedule",
             .standard = 0,
             .min = 0,
             .max = 5,
             .scale = Scale::choice,
             .help = "How the learning rate changes from step to step. Constant keeps what the slider says.",
             .choices = {"constant", "step", "exponential", "cosine", "warmup-cosine", "one-over-t"}},
            for_schedules(whole("schedule_every", "drop every", 20, 200, Limit::positive,
                                "Schedule step: the learning rate drops each time this many steps have passed."),
                          {ScheduleKind::step}),
            {.id = "schedule_gamma",
             .name = "drop factor γ",
             .standard = 0.95,
             .min = 0,
             .max = 0.9999,
             .scale = Scale::decay,
             .limit = Limit::not_negative,
             .help = "Schedules step and exponential: the factor of each drop. Exponential drops at every step.",
             .schedules = used_by({ScheduleKind::step, ScheduleKind::exponential})},
            for_schedules(
                whole("schedule_steps", "length", 300, 2000, Limit::positive,
                      "Schedules cosine and warmup-cosine: the step at which the floor is reached. Later the rate rises again."),
                {ScheduleKind::cosine, ScheduleKind::warmup_cosine}),
            for_schedules(amount("schedule_floor", "lowest rate", 0, 1e-6, 1,
                                 "Schedules cosine and warmup-cosine: the rate at the bottom."),
                          {ScheduleKind::cosine, ScheduleKind::warmup_cosine}),
            for_schedules(whole("schedule_warmup", "warm-up", 20, 500, Limit::not_negative,
                                "Schedule warmup-cosine: the rate rises evenly over this many steps before the cosine begins."),
                          {ScheduleKind::warmup_cosine}),
            for_schedules(amount("schedule_decay", "decay", 0.01, 1e-4, 1,
                                 "Schedule one-over-t: the rate is divided by 1 + decay · t, so it falls ever more slowly."),
                          {ScheduleKind::one_over_t}),
            with_sign(amount("weight_decay", "weight decay", weight_decay, 1e-5, 1,
                             "A pull towards the origin: this much of the position is added to the gradient (AdamW, Lion and "
                             "Adan: taken off apart from it)."),
                      "λ"),
            with_sign(amount("clip_norm", "clip norm", 0, 1e-2, 1000,
                             "Gradients longer than this are shortened to it before the rule sees them. 0 turns clipping off."),
                      "τ")};
}

double scheduled(const Schedule& s, double lr, double t) {
    switch (s.kind) {
        case ScheduleKind::constant:
            return lr;
        case ScheduleKind::step:
            return lr * std::pow(s.gamma, std::floor(t / s.every));
        case ScheduleKind::exponential:
            return lr * std::pow(s.gamma, t);
        case ScheduleKind::cosine:
            return cosine(s, lr, t, s.steps);
        case ScheduleKind::warmup_cosine:
            if (t < s.warmup) return lr * (t + 1) / s.warmup;
            return cosine(s, lr, t - s.warmup, std::max(1.0, s.steps - s.warmup));
        case ScheduleKind::one_over_t:
            return lr / (1 + s.decay * t);
    }
    return lr;
}

}  // namespace ravine
