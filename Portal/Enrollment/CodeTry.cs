namespace Portal.Enrollment;

/// <summary>What is said about the code that was typed last.</summary>
/// <param name="Number">Counts the tries, so that the same words are announced again.</param>
/// <param name="Wrong">What is wrong with it.</param>
/// <param name="ClockDrift">How far the phone's clock is ahead (positive) or behind (negative), where that is the cause.</param>
public sealed record CodeTry(int Number, string Wrong, TimeSpan? ClockDrift);
