// Edits of a comparison's two panes.
#include "app/session/comparison.h"

#include <gtest/gtest.h>

using namespace ravine;

namespace {

double value(const Session& session, int optimizer, std::string_view param) {
    const OptimizerChoice& choice = session.optimizers[static_cast<std::size_t>(optimizer)];
    return choice.params[static_cast<std::size_t>(index_of(info_of(choice).params, param))];
}
void set(Session& session, int optimizer, std::string_view param, double to) {
    OptimizerChoice& choice = session.optimizers[static_cast<std::size_t>(optimizer)];
    choice.params[static_cast<std::size_t>(index_of(info_of(choice).params, param))] = to;
}

}  // namespace

TEST(Comparison, SwappingPanesTwiceLeavesTheSession) {
    const Session first = opening_session();
    Session session = first;
    swap_panes(session);
    EXPECT_EQ(session.view.left, first.view.right);
    EXPECT_EQ(session.view.right, first.view.left);
    swap_panes(session);
    EXPECT_EQ(session, first);
}

TEST(Comparison, MirroringCopiesWhatBothOptimizersHave) {
    Session session = opening_session();
    set(session, 0, "lr", 0.25);
    set(session, 0, "eps", 1e-3);
    const double rho = value(session, 1, "rho");
    session.changes = {{20, 1, "lr", 0.5}, {40, 0, "lr", 0.1}, {50, 1, "rho", 0.5}, {60, 0, "lr_decay", 0.1}};
    mirror_settings(session);
    EXPECT_EQ(value(session, 1, "lr"), 0.25);
    EXPECT_EQ(value(session, 1, "eps"), 1e-3);
    EXPECT_EQ(value(session, 1, "rho"), rho);
    const std::vector<SessionChange> expected{
        {40, 0, "lr", 0.1}, {40, 1, "lr", 0.1}, {50, 1, "rho", 0.5}, {60, 0, "lr_decay", 0.1}};
    EXPECT_EQ(session.changes, expected);
}

TEST(Comparison, OnlyOptimizersInDifferentPanesHaveTwins) {
    Session session = opening_session();
    session.optimizers.push_back(new_optimizer(session, "adam"));
    const auto& params = info_of(session.optimizers[1]).params;
    const auto lr = static_cast<std::size_t>(index_of(params, "lr")), rho = static_cast<std::size_t>(index_of(params, "rho"));
    const std::optional<Twin> twin = twin_of(session, 1, lr);
    ASSERT_TRUE(twin);
    EXPECT_EQ(twin->optimizer, 0);
    EXPECT_EQ(info_of(session.optimizers[0]).params[twin->param].id, "lr");
    EXPECT_FALSE(twin_of(session, 1, rho)) << "AdaGrad has no rho";
    EXPECT_FALSE(twin_of(session, 2, 0)) << "Adam is in no pane";
    session.view.right = session.view.left;
    EXPECT_FALSE(twin_of(session, 0, 0));
}
