// Work beside the window: one thread that always works on what was asked for last.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

namespace ravine {

/// Makes the calling thread give way to those that draw, where the system knows such a thing.
void give_way();

/// Work that is done sooner than this many seconds says nothing of its progress.
inline constexpr double progress_after = 0.5;

/// Whoever asks never waits: asking for something else stops what is being done, and what the stopped job still says is not
/// heard. All members may be called from any thread.
template <class Result>
class Background {
public:
    using Clock = std::chrono::steady_clock;

    /// What is known at the moment.
    struct News {
        std::shared_ptr<const Result> result;  ///< the last that any job published
        std::string problem;                   ///< why the last job gave up: one sentence
        double fraction = 0;                   ///< of the job that is being done
        bool busy = false;
        Clock::time_point since;  ///< when the job that is being done was asked for
    };

    /// How a job says what it has got. May be called from any thread while the job is being done.
    class Job {
    public:
        const std::stop_token& stop() const { return stop_; }
        void publish(Result result) const { owner_.publish(*this, std::make_shared<const Result>(std::move(result))); }
        void progress(double fraction) const { owner_.progress(*this, fraction); }

    private:
        friend class Background;
        Job(Background& owner, std::stop_token stop) : owner_(owner), stop_(std::move(stop)) {}
        Background& owner_;
        std::stop_token stop_;
    };
    using Work = std::function<void(const Job&)>;

    /// `wake` is called, from any thread, when there are news; it must not call back.
    explicit Background(std::function<void()> wake)
        : wake_(std::move(wake)), thread_([this](const std::stop_token& end) { loop(end); }) {}
    ~Background() { cancel(); }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    Background(Background&&) = delete;
    Background& operator=(Background&&) = delete;

    /// Begins with `work` as soon as the former job has noticed that it is not wanted any more.
    void ask(Work work) {
        const std::scoped_lock lock(mutex_);
        stop_.request_stop();
        stop_ = std::stop_source();
        next_ = std::move(work);
        news_.problem.clear();
        news_.fraction = 0;
        news_.busy = true;
        news_.since = told_ = Clock::now();
        asked_.notify_one();
    }

    /// Stops what is being done. What has been published stays.
    void cancel() {
        const std::scoped_lock lock(mutex_);
        stop_.request_stop();
        next_ = nullptr;
        news_.busy = false;
    }

    News news() const {
        const std::scoped_lock lock(mutex_);
        return news_;
    }

    /// In how many seconds the job that is being done will have taken `seconds`; negative where it has, or where there is none.
    double due(double seconds) const {
        const News now = news();
        return now.busy ? seconds - std::chrono::duration<double>(Clock::now() - now.since).count() : -1;
    }

private:
    /// Progress is told so often and no oftener: each time is a frame.
    static constexpr std::chrono::milliseconds between_progress{100};

    void publish(const Job& job, std::shared_ptr<const Result> result) {
        {
            const std::scoped_lock lock(mutex_);
            // Jobs are stopped under the lock: what gets past here is the newest.
            if (job.stop_.stop_requested()) return;
            news_.result.swap(result);
        }
        wake_();
    }

    void progress(const Job& job, double fraction) {
        {
            const std::scoped_lock lock(mutex_);
            if (job.stop_.stop_requested()) return;
            news_.fraction = std::max(news_.fraction, fraction);
            if (Clock::now() - told_ < between_progress) return;
            told_ = Clock::now();
        }
        wake_();
    }

    void loop(const std::stop_token& end) {
        give_way();
        std::unique_lock lock(mutex_);
        while (asked_.wait(lock, end, [&] { return next_ != nullptr; })) {
            Work work = std::exchange(next_, nullptr);
            const Job job(*this, stop_.get_token());
            lock.unlock();
            std::string problem;
            try {
                work(job);
            } catch (const std::exception& e) {
                problem = e.what();
            }
            work = nullptr;
            lock.lock();
            if (job.stop_.stop_requested()) continue;
            news_.busy = false;
            news_.problem = std::move(problem);
            lock.unlock();
            wake_();
            lock.lock();
        }
    }

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable_any asked_;
    std::stop_source stop_;
    Work next_;
    News news_;
    Clock::time_point told_;
    std::jthread thread_;  ///< last: it ends before what it uses
};

}  // namespace ravine
