using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Support;

/// <summary>
/// An open page without a browser: it speaks the protocol of a Blazor circuit and keeps the page that the circuit renders.
/// For load (a thousand of them) and for abuse (events that no page would send).
/// </summary>
public sealed partial class CircuitClient : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CircuitTree _tree = new();
    private readonly List<RenderedBatch> _batches = [];
    private readonly List<JsCall> _jsCalls = [];
    private readonly List<Waiter> _waiters = [];
    private readonly Dictionary<string, TaskCompletionSource<string?>> _dotNetCalls = [];
    private readonly TaskCompletionSource<long> _renderer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rootsAdded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpBrowser _http;
    private readonly HubConnection _hub;
    private string? _circuit;
    private Exception? _fault;
    private int _lastCall;

    /// <summary>A client that has opened nothing yet.</summary>
    /// <param name="baseAddress">The address of the site.</param>
    /// <param name="cookies">The cookies of whoever is signed in; shared with an <see cref="HttpBrowser"/>, if wanted.</param>
    /// <param name="language">What the page and the circuit ask for as <c>Accept-Language</c>.</param>
    /// <param name="headers">Further headers of both.</param>
    public CircuitClient(
        Uri baseAddress, CookieContainer? cookies = null, string language = "en-GB", IReadOnlyDictionary<string, string>? headers = null)
    {
        BaseAddress = baseAddress;
        _http = new HttpBrowser(baseAddress, cookies);
        var allHeaders = new Dictionary<string, string>(headers ?? new Dictionary<string, string>()) { ["Accept-Language"] = language };
        var builder = new HubConnectionBuilder().WithUrl(new Uri(baseAddress, "_blazor"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            options.Cookies = _http.Cookies;
            options.Headers = allHeaders;
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        _hub = builder.Build();
        foreach (var (name, value) in allHeaders)
        {
            _http.Headers.TryAddWithoutValidation(name, value);
        }

        Listen();
    }

    /// <summary>The address of the site.</summary>
    public Uri BaseAddress { get; }

    /// <summary>How long to wait for anything before giving up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What scripts of the page return, as JSON, by the identifier of the call; all others return null.</summary>
    public Dictionary<string, string> JsAnswers { get; } = [];

    /// <summary>The words on the page now, blanks squeezed. Only what the circuit renders, not the static frame around it.</summary>
    public string Text => Locked(() => _tree.Page.Text);

    /// <summary>The elements on the page now that are not ready-made HTML, in order. They are live: the next batch changes them.</summary>
    public IReadOnlyList<CircuitElement> Elements => Locked(() => _tree.Page.Elements.ToList());

    /// <summary>All batches so far.</summary>
    public IReadOnlyList<RenderedBatch> Batches => Locked(() => _batches.ToList());

    /// <summary>All calls of scripts so far.</summary>
    public IReadOnlyList<JsCall> JsCalls => Locked(() => _jsCalls.ToList());

    /// <summary>Where the circuit last asked to go, as it wrote it; <see langword="null"/> when it never did.</summary>
    public string? NavigatedTo => JsCalls.LastOrDefault(call => call.Identifier == "Blazor._internal.navigationManager.navigateTo") is { } call
        ? JsonNode.Parse(call.Arguments)?[0]?.GetValue<string>()
        : null;

    /// <summary>What ended the circuit, if anything did: an error that it reported, or the connection closed from there.</summary>
    public Exception? Fault => Locked(() => _fault);

    /// <summary>Opens a page and returns when its circuit has taken the components over from the prerendered page.</summary>
    /// <exception cref="InvalidOperationException">The page is a redirect, an error, or has no interactive component.</exception>
    public async Task OpenAsync(string path)
    {
        var page = await _http.GetAsync(path);
        var markers = ComponentMarker().Matches(page.Body).Select(match => JsonNode.Parse(match.Groups["json"].Value)!).ToList();
        if (page.Status != HttpStatusCode.OK || markers.Count == 0)
        {
            throw new InvalidOperationException($"{page.Address} answered {(int)page.Status} {page.Location} with {markers.Count} interactive components: {page.Text}");
        }

        var state = StateMarker().Match(page.Body) is { Success: true } match ? match.Groups["state"].Value : "";
        await _hub.StartAsync();
        _circuit = await _hub.InvokeAsync<string?>("StartCircuit", page.BaseUri.ToString(), page.Address.ToString(), "[]", state)
            ?? throw new InvalidOperationException($"{page.Address} got no circuit.");
        await Patiently(_renderer.Task, "the circuit's renderer");

        var operations = new JsonObject
        {
            ["batchId"] = 1,
            ["operations"] = new JsonArray([.. markers.Select((marker, i) => new JsonObject
            {
                ["type"] = "add",
                ["ssrComponentId"] = i + 1,
                ["marker"] = marker,
            })]),
        };
        await _hub.SendAsync("UpdateRootComponents", operations.ToJsonString(), state);
        await Patiently(_rootsAdded.Task, "the first render");
    }

    /// <summary>Waits until the page has the text, and returns the batch after which it had it (the last one, if it has it already).</summary>
    public Task<RenderedBatch> WaitForTextAsync(string text) =>
        WaitUntilAsync(() => _tree.Page.Text.Contains(text, StringComparison.Ordinal), $"\"{text}\"");

    /// <summary>Waits until the page no longer has the text.</summary>
    public Task<RenderedBatch> WaitForNoTextAsync(string text) =>
        WaitUntilAsync(() => !_tree.Page.Text.Contains(text, StringComparison.Ordinal), $"\"{text}\" to go");

    /// <summary>Waits until something holds; it is looked at after each batch and each call of a script.</summary>
    public Task<RenderedBatch> WaitUntilAsync(Func<bool> holds, string what)
    {
        var waiter = new Waiter(_ => holds());
        lock (_gate)
        {
            if (holds() && _batches.LastOrDefault() is { } last)
            {
                return Task.FromResult(last);
            }

            Add(waiter);
        }

        return Patiently(waiter.Done.Task, what);
    }

    /// <summary>
    /// Waits for the next batch, from this call on, that brings the text in one piece. Cheaper than
    /// <see cref="WaitForTextAsync"/> with many circuits and large pages: the page is not read.
    /// </summary>
    public Task<RenderedBatch> NextBatchWithAsync(string text)
    {
        var waiter = new Waiter(batch => batch is not null && batch.Strings.Any(part => part.Contains(text, StringComparison.Ordinal)));
        lock (_gate)
        {
            Add(waiter);
        }

        return Patiently(waiter.Done.Task, $"a batch with \"{text}\"");
    }

    /// <summary>Clicks what a person would call <paramref name="label"/>: the innermost thing of that label that listens to clicks.</summary>
    public Task ClickAsync(string label) => ClickAsync(element => element.Label == label, $"\"{label}\"");

    /// <summary>Clicks the one element that fits, or what it is in, as a click rises to whatever listens.</summary>
    public Task ClickAsync(Func<CircuitElement, bool> fits, string what = "the element") =>
        DispatchAsync(fits, "click", new { detail = 1, button = 0, buttons = 0, type = "click" }, what);

    /// <summary>Gives the one element that fits a value: a text, or true or false for a checkbox.</summary>
    /// <param name="fits">Which element.</param>
    /// <param name="value">The value.</param>
    /// <param name="eventName"><c>change</c>, or <c>input</c> for a field that follows each key.</param>
    public Task ChangeAsync(Func<CircuitElement, bool> fits, object value, string eventName = "change") =>
        DispatchAsync(fits, eventName, new { value, type = eventName }, "the field");

    /// <summary>Sends any event to the one element that fits, or to the nearest one around it that listens, and waits for its handler to end.</summary>
    public async Task DispatchAsync(Func<CircuitElement, bool> fits, string eventName, object arguments, string what = "the element")
    {
        ulong handler;
        lock (_gate)
        {
            var listening = _tree.Page.Elements
                .Where(fits)
                .Select(element => element.Ancestors.Prepend(element).FirstOrDefault(around => around.Handlers.ContainsKey(eventName)))
                .OfType<CircuitElement>()
                .Distinct()
                .ToList();
            listening.RemoveAll(outer => listening.Any(inner => inner.Ancestors.Contains(outer)));

            if (listening is not [var target])
            {
                throw new InvalidOperationException(
                    $"{listening.Count} elements that are {what} listen to {eventName}: {string.Join(", ", listening)}. The page: {_tree.Page.Text}");
            }

            if (target.Attributes.ContainsKey("disabled"))
            {
                throw new InvalidOperationException($"{target} is disabled.");
            }

            handler = target.Handlers[eventName];
        }

        await DispatchAsync(handler, eventName, arguments);
    }

    /// <summary>Sends any event to any handler, listening or not: what only an attacker does. Throws what the circuit says of it.</summary>
    public async Task DispatchAsync(ulong handler, string eventName, object arguments) => await InvokeDotNetAsync(
        await _renderer.Task,
        "DispatchEventAsync",
        JsonSerializer.Serialize(new[] { new { eventHandlerId = handler, eventName, eventFieldInfo = (object?)null }, arguments }));

    /// <summary>Follows a link within the circuit.</summary>
    public Task NavigateAsync(string path) => _hub.SendAsync("OnLocationChanged", new Uri(BaseAddress, path).ToString(), null, true);

    /// <summary>Calls a method that the circuit has lent to its page, by the number it has there, and returns its answer as JSON.</summary>
    public async Task<string?> InvokeDotNetAsync(long dotNetObject, string method, string arguments)
    {
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        string call;
        lock (_gate)
        {
            call = (++_lastCall).ToString(System.Globalization.CultureInfo.InvariantCulture);
            _dotNetCalls[call] = answer;
            if (_fault is not null)
            {
                answer.TrySetException(_fault);
            }
        }

        await _hub.SendAsync("BeginInvokeDotNetFromJS", call, null, method, dotNetObject, arguments);
        return await Patiently(answer.Task, $"the answer to {method}");
    }

    /// <summary>Closes the page properly: the circuit ends at once, instead of being kept for a return.</summary>
    public async Task LeaveAsync()
    {
        var answer = await _http.PostAsync("/_blazor/disconnect", ("circuitId", _circuit ?? ""));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        await _hub.StopAsync();
    }

    /// <summary>Drops the connection, as a phone in a tunnel does.</summary>
    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _http.Dispose();
    }

    private void Listen()
    {
        _hub.On<int, string>("JS.AttachComponent", (component, _) => Locked(() => _tree.Attach(component)));
        _hub.On<int, byte[]>("JS.RenderBatch", RenderAsync);
        _hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (handle, identifier, arguments, resultType, _, _) =>
            AnswerJsAsync(handle, identifier, arguments, resultType));
        _hub.On<string, bool, string>("JS.EndInvokeDotNet", EndDotNetCall);
        _hub.On<long>("JS.EndUpdateRootComponents", _ => _rootsAdded.TrySetResult());
        _hub.On<int, byte[]>("JS.ReceiveByteArray", (_, _) => { });
        _hub.On<string>("JS.Error", error => Fail(new InvalidOperationException($"The circuit failed: {error}")));
        _hub.Closed += error =>
        {
            Fail(new InvalidOperationException("The circuit's connection is closed.", error));
            return Task.CompletedTask;
        };
    }

    private async Task RenderAsync(int id, byte[] data)
    {
        var arrived = Stopwatch.GetTimestamp();
        try
        {
            lock (_gate)
            {
                var batch = new RenderedBatch(id, arrived, data.Length, _tree.Apply(data));
                _batches.Add(batch);
                Look(batch);
            }

            await _hub.SendAsync("OnRenderCompleted", (long)id, null);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or InvalidCastException)
        {
            Fail(new InvalidOperationException($"Batch {id} does not fit the page as it was: {error.Message}", error));
        }
    }

    private async Task AnswerJsAsync(long handle, string identifier, string arguments, int resultType)
    {
        string answer;
        lock (_gate)
        {
            _jsCalls.Add(new JsCall(identifier, arguments));
            Look(null);

            // A result of type 1 is a script object, of which the page keeps a number.
            answer = JsAnswers.GetValueOrDefault(identifier, resultType == 1 ? $$"""{"__jsObjectId":{{_jsCalls.Count}}}""" : "null");
        }

        if (identifier == "Blazor._internal.attachWebRendererInterop")
        {
            _renderer.TrySetResult(JsonNode.Parse(arguments)![1]!["__dotNetObject"]!.GetValue<long>());
        }

        if (handle != 0)
        {
            await _hub.SendAsync("EndInvokeJSFromDotNet", handle, true, $"[{handle},true,{answer}]");
        }
    }

    private void EndDotNetCall(string call, bool succeeded, string answer)
    {
        TaskCompletionSource<string?>? waiting;
        lock (_gate)
        {
            _dotNetCalls.Remove(call, out waiting);
        }

        if (succeeded)
        {
            waiting?.TrySetResult(answer);
        }
        else
        {
            waiting?.TrySetException(new InvalidOperationException($"The circuit refused: {answer}"));
        }
    }

    private void Add(Waiter waiter)
    {
        if (_fault is not null)
        {
            waiter.Done.TrySetException(_fault);
        }
        else
        {
            _waiters.Add(waiter);
        }
    }

    private void Look(RenderedBatch? batch)
    {
        foreach (var waiter in _waiters.ToArray())
        {
            if (waiter.IsOver(batch) && (batch ?? _batches.LastOrDefault()) is { } last)
            {
                waiter.Done.TrySetResult(last);
                _waiters.Remove(waiter);
            }
        }
    }

    private void Fail(Exception fault)
    {
        lock (_gate)
        {
            // The first fault is the cause: a connection closed after an error is only its end.
            fault = _fault ??= fault;
            _waiters.ForEach(waiter => waiter.Done.TrySetException(fault));
            _waiters.Clear();
            _dotNetCalls.Values.ToList().ForEach(call => call.TrySetException(fault));
            _dotNetCalls.Clear();
            _renderer.TrySetException(fault);
            _rootsAdded.TrySetException(fault);
        }
    }

    private async Task<T> Patiently<T>(Task<T> task, string what)
    {
        await Patiently((Task)task, what);
        return await task;
    }

    private async Task Patiently(Task task, string what)
    {
        try
        {
            await task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {Patience} for {what}. The page: {Text}");
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Locked(Action act)
    {
        lock (_gate)
        {
            act();
        }
    }

    [GeneratedRegex("""<!--Blazor:(?<json>\{[^\n]*?"descriptor"[^\n]*?\})-->""")]
    private static partial Regex ComponentMarker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[A-Za-z0-9+/=_-]+)-->")]
    private static partial Regex StateMarker();

    private sealed record Waiter(Func<RenderedBatch?, bool> IsOver)
    {
        public TaskCompletionSource<RenderedBatch> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>MessagePack under the name by which circuits know it.</summary>
    private sealed class BlazorPack : IHubProtocol
    {
        private readonly MessagePackHubProtocol _pack = new();

        public string Name => "blazorpack";

        public int Version => _pack.Version;

        public TransferFormat TransferFormat => _pack.TransferFormat;

        public bool IsVersionSupported(int version) => _pack.IsVersionSupported(version);

        public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
            _pack.TryParseMessage(ref input, binder, out message);

        public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _pack.WriteMessage(message, output);

        public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _pack.GetMessageBytes(message);
    }
}

/// <summary>A call of a script by the circuit.</summary>
/// <param name="Identifier">What was called.</param>
/// <param name="Arguments">The arguments, a JSON array.</param>
public sealed record JsCall(string Identifier, string Arguments);
