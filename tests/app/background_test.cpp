// Work beside the window: the newest request wins, what is stopped is not heard, and nothing waits for it.
#include "app/session/background.h"

#include <atomic>
#include <functional>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

using namespace ravine;

namespace {

using Numbers = Background<int>;

/// Lets threads meet: what waits for it goes on when it is opened.
class Gate {
public:
    void open() {
        open_ = true;
        open_.notify_all();
    }
    void pass() const { open_.wait(false); }
    bool is_open() const { return open_; }

private:
    std::atomic<bool> open_ = false;
};

void until(const std::function<bool()>& holds) {
    while (!holds()) std::this_thread::yield();
}

void until_done(const Numbers& numbers) {
    until([&] { return !numbers.news().busy; });
}

/// Works until it is told to stop.
void work_on(const Numbers::Job& job) {
    until([&] { return job.stop().stop_requested(); });
}

}  // namespace

TEST(Background, HandsOverWhatAJobPublishes) {
    std::atomic<int> woken = 0;
    Numbers numbers([&] { ++woken; });
    EXPECT_EQ(numbers.news().result, nullptr);
    EXPECT_FALSE(numbers.news().busy);
    numbers.ask([](const auto& job) {
        job.publish(1);
        job.publish(2);
    });
    until_done(numbers);
    ASSERT_NE(numbers.news().result, nullptr);
    EXPECT_EQ(*numbers.news().result, 2);
    until([&] { return woken >= 3; });  // for each result, and for the end
}

TEST(Background, StopsAJobForTheNextAndHearsNothingMoreOfIt) {
    Numbers numbers([] {});
    Gate stopped;
    numbers.ask([&](const auto& job) {
        job.publish(1);
        work_on(job);
        job.publish(-1);
        job.progress(0.9);
        stopped.open();
    });
    until([&] { return numbers.news().result != nullptr; });
    numbers.ask([](const auto& job) { job.publish(2); });
    until_done(numbers);
    EXPECT_TRUE(stopped.is_open());
    EXPECT_EQ(*numbers.news().result, 2);
    EXPECT_LT(numbers.news().fraction, 0.9);
}

TEST(Background, DoesOnlyTheNewestOfManyRequests) {
    Numbers numbers([] {});
    Gate begun, go;
    numbers.ask([&](const auto&) {
        begun.open();
        go.pass();
    });
    begun.pass();
    std::atomic<int> done = 0;
    for (int i = 1; i <= 100; ++i)
        numbers.ask([&done, i](const auto& job) {
            ++done;
            job.publish(i);
        });
    go.open();
    until_done(numbers);
    EXPECT_EQ(done, 1);
    EXPECT_EQ(*numbers.news().result, 100);
}

TEST(Background, PublishesNothingAfterItWasCancelled) {
    Numbers numbers([] {});
    Gate begun, tried;
    numbers.ask([&](const auto& job) {
        job.publish(1);
        begun.open();
        work_on(job);
        job.publish(-1);
        tried.open();
    });
    begun.pass();
    numbers.cancel();
    EXPECT_FALSE(numbers.news().busy);
    tried.pass();
    EXPECT_EQ(*numbers.news().result, 1);
    EXPECT_FALSE(numbers.news().busy);
}

TEST(Background, BeginsAgainAfterItWasCancelled) {
    Numbers numbers([] {});
    numbers.ask([](const auto& job) { work_on(job); });
    numbers.cancel();
    numbers.ask([](const auto& job) { job.publish(3); });
    until_done(numbers);
    EXPECT_EQ(*numbers.news().result, 3);
}

TEST(Background, SaysWhyAJobGaveUpAndKeepsTheLastResult) {
    Numbers numbers([] {});
    numbers.ask([](const auto& job) {
        job.publish(1);
        throw std::invalid_argument("expected a number");
    });
    until_done(numbers);
    EXPECT_EQ(numbers.news().problem, "expected a number");
    EXPECT_EQ(*numbers.news().result, 1);
    numbers.ask([](const auto&) {});
    until_done(numbers);
    EXPECT_EQ(numbers.news().problem, "");
}

TEST(Background, EndsWhileItWorks) {
    Gate begun;
    std::atomic<bool> ended = false;
    {
        Numbers numbers([] {});
        numbers.ask([&](const auto& job) {
            begun.open();
            work_on(job);
            job.publish(1);
            ended = true;
        });
        begun.pass();
    }
    EXPECT_TRUE(ended);
}

TEST(Background, HearsItsHelpersFromOtherThreads) {
    Numbers numbers([] {});
    numbers.ask([](const auto& job) {
        std::jthread one([&] {
            for (int i = 0; i <= 1000; ++i) job.progress(i / 1000.0);
        });
        for (int i = 0; i < 1000; ++i) job.publish(i);
    });
    until_done(numbers);
    EXPECT_EQ(*numbers.news().result, 999);
    EXPECT_EQ(numbers.news().fraction, 1);
}

TEST(Background, TakesRequestsWhileItIsAskedForNews) {
    Numbers numbers([] {});
    for (int i = 0; i < 300; ++i) {
        numbers.ask([i](const auto& job) { job.publish(i); });
        if (i % 7 == 0) numbers.cancel();
        const auto news = numbers.news();
        if (news.result != nullptr) {
            EXPECT_LE(*news.result, i);
        }
    }
    numbers.ask([](const auto& job) { job.publish(300); });
    until_done(numbers);
    EXPECT_EQ(*numbers.news().result, 300);
}
