// The objectives that are means over samples: weights and batches, gradients, minima, and the network behind the slice.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>
#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

#include "engine/batches.h"
#include "engine/data/network.h"
#include "engine/data/softplus.h"
#include "engine/height_grid.h"
#include "engine/kernels.h"
#include "engine/objective_entry.h"
#include "engine/objectives/linear_regression.h"
#include "engine/objectives/logistic_regression.h"
#include "engine/objectives/network_slice.h"
#include "engine/objectives/neuron.h"
#include "support.h"

namespace ravine {
namespace {

struct Variant {
    std::vector<double> params;
    std::string text;
};

/// Every loss, and a few sizes of each penalty, δ and plane.
std::vector<Variant> variants(const ObjectiveInfo& info) {
    std::vector<Variant> list{{{}, std::string(info.id)}};
    for (const Parameter& p : info.params) {
        std::vector<double> values{p.standard};
        if (p.id == "loss") values = {0, 1, 2};
        if (p.id == "delta") values = {0.1, 0.5};
        if (p.id == "l1" || p.id == "l2") values = {0, 1e-3, 0.2, 10};
        if (p.id == "plane") values = {1, 2, 14, 20};
        std::vector<Variant> longer;
        for (const Variant& v : list) {
            for (const double value : values) {
                longer.push_back(v);
                longer.back().params.push_back(value);
                longer.back().text.append(" ").append(p.id).append("=").append(format_value(p, value));
            }
        }
        list = std::move(longer);
    }
    return list;
}

/// body(objective, text) for all four types and all their variants.
template <class Body>
void for_each_variant(Body body) {
    const auto of = [&]<class O>(std::type_identity<O>) {
        for (const Variant& v : variants(O::info())) body(O(v.params), v.text);
    };
    of(std::type_identity<LinearRegression>{});
    of(std::type_identity<LogisticRegression>{});
    of(std::type_identity<Neuron>{});
    of(std::type_identity<NetworkSlice>{});
}

template <class O>
Sample sample(const O& objective, Point p, const double* weights = nullptr) {
    const auto d = objective.template loss<Dual<double>>(variable_x(p.x), variable_y(p.y), weights);
    return {d.v, d.dx, d.dy};
}

bool is_near(const Sample& a, const Sample& b, double tolerance) {
    const double scale = tolerance * (1 + std::abs(b.f) + std::abs(b.gx) + std::abs(b.gy));
    return std::abs(a.f - b.f) <= scale && std::abs(a.gx - b.gx) <= scale && std::abs(a.gy - b.gy) <= scale;
}

TEST(EveryDataObjective, IsTheLossWithEqualWeights) {
    for_each_variant([]<class O>(const O& objective, const std::string& text) {
        const std::vector<double> equal(O::data_size, 1.0 / O::data_size);
        for (const Point p : test::random_points(O::info().domain, 10))
            EXPECT_TRUE(is_near(sample(objective, p, equal.data()), sample(objective, p), 1e-14)) << text;
    });
}

TEST(EveryDataObjective, IsTheMeanOfTheBatchesOfAnEpoch) {
    for_each_variant([]<class O>(const O& objective, const std::string& text) {
        for (int size = 1; size <= O::data_size; ++size) {
            if (O::data_size % size != 0) continue;
            const int batches = O::data_size / size;
            const Point p = test::random_points(O::info().domain, 1, static_cast<unsigned>(size))[0];
            Sample mean;
            for (int step = 0; step < batches; ++step) {
                std::vector<int> room(O::data_size);
                std::vector<double> weights(O::data_size);
                for (const int i : batch_of(1, 2, static_cast<std::uint64_t>(step), size, room))
                    weights[static_cast<std::size_t>(i)] = 1.0 / size;
                const Sample s = sample(objective, p, weights.data());
                mean.f += s.f / batches, mean.gx += s.gx / batches, mean.gy += s.gy / batches;
            }
            EXPECT_TRUE(is_near(mean, sample(objective, p), 1e-13)) << text << ", batches of " << size;
        }
    });
}

TEST(EveryDataObjective, GivesTheSameNumbersThroughDoublesDualsAndLanes) {
    for_each_variant([]<class O>(const O& objective, const std::string& text) {
        const ObjectiveInfo info = O::info();
        ASSERT_NE(find_objective(info.id), nullptr) << info.id;
        std::vector<double> params;
        for (const Variant& v : variants(info))
            if (v.text == text) params = v.params;
        const Objective listed(info.id, params);
        for (const Point p : test::random_points(info.domain, 10)) {
            const Sample s = sample(objective, p);
            EXPECT_NEAR(objective.value(p.x, p.y), s.f, 1e-14 * (1 + s.f)) << text;
            EXPECT_TRUE(is_near(listed.at(p), s, 1e-13)) << text;
        }
    });
}

TEST(EveryDataObjective, HasAKernelThatGivesEachLaneItsOwnBatch) {
    for_each_variant([]<class O>(const O& objective, const std::string& text) {
        constexpr std::size_t lanes = 8, samples = O::data_size;
        std::vector<double> x, weights(samples * lanes), g(2 * lanes);
        const auto points = test::random_points(O::info().domain, lanes);
        for (const Point p : points) x.push_back(p.x);
        for (const Point p : points) x.push_back(p.y);
        for (std::size_t k = 0; k < weights.size(); ++k) weights[k] = static_cast<double>((7 * k + k / lanes) % 5) / 4;
        const int index = Objective(O::info().id).index();
        for (const Kernels* kernel : runnable_kernels()) {
            ASSERT_NE(kernel->batches[index], nullptr) << text;
            kernel->batches[index](&objective, {lanes, lanes, x.data(), weights.data(), g.data()});
            for (std::size_t i = 0; i < lanes; ++i) {
                std::vector<double> own;
                for (std::size_t k = 0; k < samples; ++k) own.push_back(weights[k * lanes + i]);
                const Sample s = sample(objective, points[i], own.data());
                EXPECT_TRUE(is_near({s.f, g[i], g[lanes + i]}, s, 1e-13)) << text << " on " << kernel->instructions;
            }
        }
    });
}

TEST(EveryDataObjective, HasTheGradientThatDifferencesSuggestAwayFromCreases) {
    for_each_variant([]<class O>(const O& objective, const std::string& text) {
        constexpr double h = 1e-4;
        int compared = 0;
        for (const Point p : test::random_points(O::info().domain, 40)) {
            if (std::abs(p.x) < 2 * h || std::abs(p.y) < 2 * h) continue;
            if constexpr (requires { objective.residual_loss; }) {
                const auto is_near_crease = [&](std::size_t i) {
                    const double line = std::is_same_v<O, Neuron> ? std::atanh(O::targets[i]) : O::targets[i];
                    return std::abs(p.x * O::inputs[i] + p.y - line) < 10 * h;
                };
                bool is_near_any = false;
                for (std::size_t i = 0; i < O::data_size; ++i) is_near_any = is_near_any || is_near_crease(i);
                if (objective.residual_loss != Loss::mse && is_near_any) continue;
            }
            const Sample s = sample(objective, p);
            const auto f = [&](double x, double y) { return objective.value(x, y); };
            const double scale = 1e-6 * (1 + std::abs(s.f) + std::abs(s.gx) + std::abs(s.gy));
            EXPECT_NEAR(s.gx, (f(p.x + h, p.y) - f(p.x - h, p.y)) / (2 * h), scale) << text;
            EXPECT_NEAR(s.gy, (f(p.x, p.y + h) - f(p.x, p.y - h)) / (2 * h), scale) << text;
            ++compared;
        }
        EXPECT_GT(compared, 30) << text;
    });
}

TEST(EveryDataObjective, RisesFromEachOfItsMinima) {
    for_each_variant([]<class O>(const O& objective, const std::string& text) {
        const auto minima = objective.minima();
        ASSERT_FALSE(minima.empty()) << text;
        for (const Minimum& m : minima) {
            EXPECT_NEAR(m.f, objective.value(m.x, m.y), 1e-15 * (1 + m.f)) << text;
            EXPECT_GE(m.f, minima.front().f) << text;
            for (int k = 0; k < 32; ++k) {
                const double angle = 2 * std::numbers::pi * (k + 0.3) / 32;
                for (const double r : {1e-3, 1e-4, 1e-5, 1e-6})
                    EXPECT_GE(objective.value(m.x + r * std::cos(angle), m.y + r * std::sin(angle)), m.f - 4e-16 * (1 + m.f))
                        << text << " at " << m.x << ", " << m.y;
            }
        }
        for (const Point p : test::random_points(O::info().domain, 500))
            EXPECT_GE(objective.value(p.x, p.y), minima.front().f) << text;
    });
}

/// The corners where slopes jump are found by lines that cross; where f is smooth the slope says how near the minimum is.
TEST(EveryDataObjective, HasNoSlopeAtItsMinimaWhereItIsSmooth) {
    for_each_variant([]<class O>(const O& objective, const std::string& text) {
        bool is_smooth = true;
        if constexpr (requires { objective.penalty; }) is_smooth = objective.penalty.l1 == 0;
        if constexpr (requires { objective.residual_loss; }) is_smooth = is_smooth && objective.residual_loss != Loss::mae;
        if (!is_smooth) return;
        for (const Minimum& m : objective.minima()) {
            const auto f = objective.value(variable_x(variable_x(m.x)), variable_y(variable_y(m.y)));
            const double xx = f.dx.dx, xy = f.dx.dy, yy = f.dy.dy, det = xx * yy - xy * xy;
            ASSERT_GT(det, 0) << text;
            EXPECT_LE(std::hypot(yy * f.v.dx - xy * f.v.dy, xx * f.v.dy - xy * f.v.dx) / det, 1e-12) << text;
        }
    });
}

TEST(EveryDataObjective, SurvivesTypedExtremes) {
    for (const double big : {1e-300, 1e18, 1e300}) {
        for (const double loss : {0.0, 1.0, 2.0}) {
            const std::vector<double> params{loss, big, std::ceil(big), big, big};
            for (const Minimum& m : LinearRegression(params).minima()) EXPECT_TRUE(std::isfinite(m.f));
            for (const Minimum& m : Neuron(params).minima()) EXPECT_TRUE(std::isfinite(m.f));
            EXPECT_EQ(LinearRegression(params).batch(), big < 1 ? 1 : 5);
        }
        for (const Minimum& m : LogisticRegression(std::vector{std::ceil(big), big, big}).minima())
            EXPECT_TRUE(std::isfinite(m.f));
        EXPECT_TRUE(std::isfinite(NetworkSlice(std::vector{std::ceil(big), std::ceil(big)}).value(0.1, 0.2)));
    }
}

TEST(LinearRegression, HasTheTextbookMinima) {
    const auto least = [](std::vector<double> params) { return LinearRegression(params).minima().at(0); };
    const Minimum squares = least({0, 0.5, 5, 0, 0});
    EXPECT_NEAR(squares.x, 1, 1e-14);
    EXPECT_NEAR(squares.y, -0.1, 1e-14);
    EXPECT_NEAR(squares.f, 0.04, 1e-15);
    const Minimum absolute = least({1, 0.5, 5, 0, 0});
    EXPECT_EQ(Point({absolute.x, absolute.y}), (Point{1, 0})) << "through three of the points";
    EXPECT_NEAR(absolute.f, 0.1, 1e-15);
    const double l2 = 0.3;  // ridge: (XᵀX / N + l2) w = Xᵀt / N
    const double a = 11 + l2, b = 3, d = 1 + l2, u = 10.7, v = 2.9, det = a * d - b * b;
    const Minimum ridge = least({0, 0.5, 5, 0, l2});
    EXPECT_NEAR(ridge.x, (u * d - v * b) / det, 1e-13);
    EXPECT_NEAR(ridge.y, (v * a - u * b) / det, 1e-13);
    const Minimum lasso = least({0, 0.5, 5, 0.1, 0});  // the intercept is held at 0; 2 (11 x − 10.7) + l1 = 0
    EXPECT_NEAR(lasso.x, (10.7 - 0.05) / 11, 1e-13);
    EXPECT_EQ(lasso.y, 0);
    const Minimum nothing = least({0, 0.5, 5, 30, 0});
    EXPECT_EQ(Point({nothing.x, nothing.y}), (Point{0, 0}));
}

TEST(TheHuberLoss, IsSquaredUpToDeltaAndStraightBeyond) {
    for (const double delta : {0.1, 1.0, 3.0}) {
        for (double r = -5; r <= 5; r += 0.07) {
            const double size = std::abs(r);
            const double expected = size <= delta ? 0.5 * r * r : delta * (size - 0.5 * delta);
            const auto d = HuberResidual{delta}(variable_x(r));
            EXPECT_NEAR(d.v, expected, 1e-14);
            EXPECT_NEAR(d.dx, size <= delta ? r : std::copysign(delta, r), 1e-15);
        }
    }
}

TEST(Softplus, NeitherOverflowsNorLosesItsSlope) {
    for (const double z : {-1e300, -800.0, -40.0, -1.0, 0.0, 1.0, 40.0, 800.0, 1e300}) {
        const auto d = softplus(variable_x(z));
        EXPECT_NEAR(d.v, z > 700 ? z : std::log1p(std::exp(z)), 1e-15 * (1 + std::abs(d.v))) << z;
        EXPECT_NEAR(d.dx, 1 / (1 + std::exp(-z)), 1e-16) << z;
    }
}

TEST(TheNeuron, HasTwoBasinsOfWhichOneIsLower) {
    const auto minima = Neuron(standard_values(Neuron::info().params)).minima();
    ASSERT_EQ(minima.size(), 2U);
    EXPECT_GT(minima[0].x, 0);
    EXPECT_LT(minima[1].x, 0);
    EXPECT_GT(minima[1].f, 1.5 * minima[0].f);
}

NetworkWeights moved(double x, double y, const std::array<NetworkWeights, 2>& along) {
    NetworkWeights weights = trained_network();
    for (std::size_t k = 0; k < weights.size(); ++k) weights[k] += x * along[0][k] + y * along[1][k];
    return weights;
}

TEST(TheNetwork, HasTheGradientThatDifferencesSuggest) {
    const NetworkWeights at = moved(0.3, -0.4, network_directions(1));
    NetworkWeights gradient, unused;
    network_loss(at, gradient);
    for (std::size_t k = 0; k < at.size(); ++k) {
        const auto shifted = [&](double by) {
            NetworkWeights weights = at;
            weights[k] += by;
            return network_loss(weights, unused);
        };
        EXPECT_NEAR(gradient[k], (shifted(1e-5) - shifted(-1e-5)) / 2e-5, 1e-9) << k;
    }
}

TEST(TheNetwork, IsTrainedToAMinimumThatTellsTheClassesApart) {
    NetworkWeights gradient;
    EXPECT_LT(network_loss(trained_network(), gradient), 0.1);
    for (const double g : gradient) EXPECT_NEAR(g, 0, 1e-9);
    for (const NetworkSample& s : network_data()) {
        double output = trained_network().back();
        for (std::size_t j = 0; j < network_units; ++j) {
            const double* w = &trained_network()[3 * j];
            output += trained_network()[3 * network_units + j] * std::tanh(w[0] * s.p[0] + w[1] * s.p[1] + w[2]);
        }
        EXPECT_GT(output * s.target, 0);
    }
}

TEST(TheNetworkSlice, IsTheLossOnThePlaneAndItsGradientIsProjected) {
    for (int seed = 1; seed <= network_planes; ++seed) {
        const NetworkSlice slice(std::vector{static_cast<double>(seed), 24.0});
        const auto directions = network_directions(seed);
        for (const Point p : test::random_points(NetworkSlice::info().domain, 10)) {
            NetworkWeights gradient;
            const double loss = network_loss(moved(p.x, p.y, directions), gradient);
            Sample projected{loss, 0, 0};
            for (std::size_t k = 0; k < gradient.size(); ++k)
                projected.gx += gradient[k] * directions[0][k], projected.gy += gradient[k] * directions[1][k];
            EXPECT_TRUE(is_near(sample(slice, p), projected, 1e-13)) << "plane " << seed;
        }
    }
}

TEST(TheNetworkSlice, HasDirectionsAsLongAsTheWeightsOfEachUnit) {
    const auto length = [](const NetworkWeights& weights, std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t k = begin; k < end; ++k) sum += weights[k] * weights[k];
        return std::sqrt(sum);
    };
    for (int seed = 1; seed <= network_planes; ++seed) {
        for (const NetworkWeights& d : network_directions(seed)) {
            for (std::size_t j = 0; j <= network_units; ++j) {
                const std::size_t begin = 3 * j, end = j < network_units ? begin + 3 : d.size();
                EXPECT_NEAR(length(d, begin, end), length(trained_network(), begin, end), 1e-13) << "unit " << j;
            }
        }
    }
}

TEST(TheNetworkSlice, HasTheTrainedNetworkAsItsLowestPointInEveryPlane) {
    for (int seed = 1; seed <= network_planes; ++seed) {
        const auto minima = NetworkSlice(std::vector{static_cast<double>(seed), 24.0}).minima();
        ASSERT_FALSE(minima.empty());
        EXPECT_NEAR(std::hypot(minima[0].x, minima[0].y), 0, 1e-9) << "plane " << seed;
    }
    EXPECT_EQ(NetworkSlice(std::vector{21.0, 24.0}).plane, NetworkSlice(std::vector{1.0, 24.0}).plane);
    EXPECT_NE(NetworkSlice(std::vector{2.0, 24.0}).plane, NetworkSlice(std::vector{1.0, 24.0}).plane);
}

/// The objective, far out too, where a unit's denominators could overflow: what plain arithmetic gives for the same loss.
TEST(TheNetworkSlice, IsTheLossOnThePlaneAtAnyDistance) {
    for (const int seed : {1, 7, 20}) {
        const Objective slice("network-slice", std::vector{static_cast<double>(seed), 24.0});
        const auto directions = network_directions(seed);
        const double reach = network_plane(seed).reach;
        EXPECT_GT(reach, 2) << "the fast formula serves the domain and what lies about it";
        for (const double far : {0.5, reach * 0.999, reach * 1.001, 50.0, 1e4})
            for (const Point d : {Point{1, 0.3}, {-1, 1}, {0.2, -1}, {-0.7, -1}}) {
                const Point p{far * d.x, far * d.y};
                NetworkWeights gradient;
                const double loss = network_loss(moved(p.x, p.y, directions), gradient);
                const Sample at = slice.at(p);
                const double scale = 1e-13 * (1 + far * far);
                EXPECT_NEAR(at.f, loss, scale) << far;
                EXPECT_NEAR(at.gx, std::inner_product(gradient.begin(), gradient.end(), directions[0].begin(), 0.0), 30 * scale);
                EXPECT_NEAR(at.gy, std::inner_product(gradient.begin(), gradient.end(), directions[1].begin(), 0.0), 30 * scale);
            }
    }
}

TEST(LogisticRegression, IsTheMeanCrossEntropyAtAnyDistance) {
    const Objective objective("logistic-regression");
    for (const double far : {1.0, 9.99, 10.01, 300.0, 1e6})
        for (const Point d : {Point{1, 0.3}, {-1, 1}, {0.2, -1}, {-0.7, -1}}) {
            const Point p{far * d.x, far * d.y};
            double sum = 0;
            for (int i = 0; i < LogisticRegression::data_size; ++i) {
                const double* u = LogisticRegression::inputs[i];
                const double z = (i < LogisticRegression::first_negative ? -1 : 1) * (p.x * u[0] + p.y * u[1]);
                sum += std::fmax(z, 0) + std::log1p(std::exp(-std::abs(z)));
            }
            EXPECT_NEAR(objective.at(p).f, sum / LogisticRegression::data_size, 1e-14 * (1 + sum)) << far;
        }
}

TEST(DataObjectives, HaveHeightsOnGridsThatAreThoseOfSinglePointsFarOutToo) {
    for (const char* id : {"network-slice", "logistic-regression"}) {
        const Objective objective(id);
        for (const double far : {1.0, 10.0, 1000.0}) {
            const HeightGrid grid = sample_heights(objective, {-far, 2 * far, -far, far}, 45, 70);
            for (int j = 0; j < grid.rows; ++j)
                for (int i = 0; i < grid.columns; ++i)
                    ASSERT_TRUE(test::same_bits(grid.at(i, j), objective.at(grid.point(i, j)).f)) << id << ' ' << far;
        }
    }
}

}  // namespace
}  // namespace ravine
