// Every update rule that moves one coordinate at a time as a textbook would program it: plain doubles, branches, powers.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>

#include "engine/optimizer.h"

namespace ravine::test {

/// Takes x, g, t (from 1) and the scheduled learning rate, returns the new x. Keeps the accumulators of one coordinate.
using TextbookRule = std::function<double(double x, double g, int t, double lr)>;

namespace textbook {

/// 1 − βᵗ without cancellation.
inline double weight(double beta, int t) { return beta == 0 ? 1 : -std::expm1(t * std::log(beta)); }

inline double sign(double a) { return a > 0 ? 1 : a < 0 ? -1 : 0; }

inline TextbookRule gd(const Optimizer&) {
    return [](double x, double g, int, double lr) { return x - lr * g; };
}

inline TextbookRule momentum(const Optimizer& o) {
    return [mu = o.param("momentum"), d = o.param("dampening"), v = 0.0](double x, double g, int t, double lr) mutable {
        v = t == 1 ? g : mu * v + (1 - d) * g;
        return x - lr * v;
    };
}

inline TextbookRule nesterov(const Optimizer& o) {
    return [mu = o.param("momentum"), v = 0.0](double x, double g, int, double lr) mutable {
        v = mu * v + g;
        return x - lr * (g + mu * v);
    };
}

inline TextbookRule adagrad(const Optimizer& o) {
    return [eps = o.param("eps"), inside = o.param("eps_inside") == 1, slower = o.param("lr_decay"),
            s = o.param("initial_accumulator")](double x, double g, int t, double lr) mutable {
        s += g * g;
        return x - lr / (1 + (t - 1) * slower) * g / (inside ? std::sqrt(s + eps) : std::sqrt(s) + eps);
    };
}

inline TextbookRule rmsprop(const Optimizer& o) {
    return [rho = o.param("rho"), eps = o.param("eps"), mu = o.param("momentum"), inside = o.param("eps_inside") == 1,
            centered = o.param("centered") == 1, s = 0.0, m = 0.0, b = 0.0](double x, double g, int, double lr) mutable {
        s = rho * s + (1 - rho) * g * g;
        m = rho * m + (1 - rho) * g;
        const double spread = centered ? s - m * m : s;
        const double root = inside ? std::sqrt(spread + eps) : std::sqrt(spread) + eps;
        if (mu == 0) return x - lr * g / root;
        b = mu * b + g / root;
        return x - lr * b;
    };
}

inline TextbookRule adadelta(const Optimizer& o) {
    return [rho = o.param("rho"), eps = o.param("eps"), s = 0.0, d = 0.0](double x, double g, int, double lr) mutable {
        s = rho * s + (1 - rho) * g * g;
        const double delta = std::sqrt(d + eps) / std::sqrt(s + eps) * g;
        d = rho * d + (1 - rho) * delta * delta;
        return x - lr * delta;
    };
}

inline TextbookRule adam(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), eps = o.param("eps"), corrects = o.param("bias_correction") == 1,
            ams = o.param("amsgrad") == 1, m = 0.0, v = 0.0, v_max = 0.0](double x, double g, int t, double lr) mutable {
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        v_max = std::max(v_max, v);
        const double m_hat = corrects ? m / (1 - std::pow(beta1, t)) : m;
        const double most = ams ? v_max : v;
        const double v_hat = corrects ? most / (1 - std::pow(beta2, t)) : most;
        return x - lr * m_hat / (std::sqrt(v_hat) + eps);
    };
}

inline TextbookRule adamax(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), eps = o.param("eps"), m = 0.0, u = 0.0](double x, double g, int t,
                                                                                                        double lr) mutable {
        m = beta1 * m + (1 - beta1) * g;
        u = std::max(beta2 * u, std::abs(g) + eps);
        return x - lr / weight(beta1, t) * m / u;
    };
}

inline TextbookRule nadam(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), eps = o.param("eps"), psi = o.param("momentum_decay"), m = 0.0,
            v = 0.0, product = 1.0](double x, double g, int t, double lr) mutable {
        const double mu = beta1 * (1 - 0.5 * std::pow(0.96, t * psi)), next = beta1 * (1 - 0.5 * std::pow(0.96, (t + 1) * psi));
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        product *= mu;
        const double root = std::sqrt(v / weight(beta2, t)) + eps;
        return x - lr * (1 - mu) / (1 - product) * g / root - lr * next / (1 - product * mu * next) * m / root;
    };
}

inline TextbookRule radam(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), eps = o.param("eps"), m = 0.0, v = 0.0](double x, double g, int t,
                                                                                                        double lr) mutable {
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        const double m_hat = m / weight(beta1, t), w = weight(beta2, t);
        const double longest = 2 / (1 - beta2) - 1, length = longest - 2 * t * std::pow(beta2, t) / w;
        if (length <= 5) return x - lr * m_hat;
        const double square = (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length);
        return x - lr * std::sqrt(square) * m_hat * std::sqrt(w) / (std::sqrt(v) + eps);
    };
}

inline TextbookRule rprop(const Optimizer& o) {
    return [minus = o.param("eta_minus"), plus = o.param("eta_plus"), least = o.param("step_min"), most = o.param("step_max"),
            before = 0.0, size = 0.0](double x, double g, int t, double lr) mutable {
        if (t == 1) size = lr;
        const bool turned = g * before < 0;
        if (g * before > 0) size *= plus;
        if (turned) size *= minus, g = 0;
        size = std::min(std::max(size, least), most);
        before = g;
        return x - size * sign(g);
    };
}

inline TextbookRule qhm(const Optimizer& o) {
    return [beta = o.param("beta"), nu = o.param("nu"), m = 0.0](double x, double g, int, double lr) mutable {
        m = beta * m + (1 - beta) * g;
        return x - lr * ((1 - nu) * g + nu * m);
    };
}

inline TextbookRule qhadam(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), nu1 = o.param("nu1"), nu2 = o.param("nu2"), eps = o.param("eps"),
            m = 0.0, v = 0.0](double x, double g, int t, double lr) mutable {
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        const double up = (1 - nu1) * g + nu1 * m / weight(beta1, t);
        return x - lr * up / (std::sqrt((1 - nu2) * g * g + nu2 * v / weight(beta2, t)) + eps);
    };
}

inline TextbookRule yogi(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), eps = o.param("eps"), m = 0.0, v = 0.0](double x, double g, int,
                                                                                                        double lr) mutable {
        m = beta1 * m + (1 - beta1) * g;
        v -= (1 - beta2) * sign(v - g * g) * g * g;
        return x - lr * m / (std::sqrt(v) + eps);
    };
}

inline TextbookRule adabelief(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), eps = o.param("eps"), m = 0.0, s = 0.0](double x, double g, int t,
                                                                                                        double lr) mutable {
        m = beta1 * m + (1 - beta1) * g;
        s = beta2 * s + (1 - beta2) * (g - m) * (g - m) + eps;
        return x - lr * m / weight(beta1, t) / (std::sqrt(s / weight(beta2, t)) + eps);
    };
}

inline TextbookRule lion(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), m = 0.0](double x, double g, int, double lr) mutable {
        const double c = beta1 * m + (1 - beta1) * g;
        m = beta2 * m + (1 - beta2) * g;
        return x - lr * sign(c);
    };
}

inline TextbookRule adan(const Optimizer& o) {
    return [beta1 = o.param("beta1"), beta2 = o.param("beta2"), beta3 = o.param("beta3"), eps = o.param("eps"), m = 0.0, v = 0.0,
            n = 0.0, before = 0.0](double x, double g, int t, double lr) mutable {
        const double change = g - before, ahead = g + (1 - beta2) * change;
        before = g;
        if (t == 1) {
            m = g, n = g * g;
        } else {
            m = (1 - beta1) * m + beta1 * g;
            v = t == 2 ? change : (1 - beta2) * v + beta2 * change;
            n = (1 - beta3) * n + beta3 * ahead * ahead;
        }
        return x - lr / (std::sqrt(n) + eps) * (m + (1 - beta2) * v);
    };
}

inline TextbookRule signsgd(const Optimizer& o) {
    return [beta = o.param("beta"), m = 0.0](double x, double g, int, double lr) mutable {
        m = beta * m + (1 - beta) * g;
        return x - lr * sign(m);
    };
}

inline TextbookRule lookahead(const Optimizer& o) {
    return [mu = o.param("momentum"), k = static_cast<int>(o.param("k")), alpha = o.param("alpha"), v = 0.0, slow = 0.0](
               double x, double g, int t, double lr) mutable {
        if (t == 1) slow = x;
        v = mu * v + g;
        x -= lr * v;
        if (t % k == 0) x = slow = slow + alpha * (x - slow);
        return x;
    };
}

}  // namespace textbook

/// The rule of `optimizer` at its first step; empty where there is no transcription.
inline TextbookRule textbook_rule(const Optimizer& optimizer) {
    static const std::map<std::string_view, TextbookRule (*)(const Optimizer&)> all{
        {"gd", textbook::gd},
        {"momentum", textbook::momentum},
        {"nesterov", textbook::nesterov},
        {"adagrad", textbook::adagrad},
        {"rmsprop", textbook::rmsprop},
        {"adadelta", textbook::adadelta},
        {"adam", textbook::adam},
        {"adamw", textbook::adam},
        {"adamax", textbook::adamax},
        {"nadam", textbook::nadam},
        {"radam", textbook::radam},
        {"rprop", textbook::rprop},
        {"qhm", textbook::qhm},
        {"qhadam", textbook::qhadam},
        {"yogi", textbook::yogi},
        {"adabelief", textbook::adabelief},
        {"lion", textbook::lion},
        {"adan", textbook::adan},
        {"signsgd", textbook::signsgd},
        {"lookahead", textbook::lookahead},
    };
    const auto found = all.find(optimizer.info().id);
    return found == all.end() ? TextbookRule{} : found->second(optimizer);
}

}  // namespace ravine::test
