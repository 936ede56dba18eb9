namespace Portal.Tests;

public class ArchitectureTests
{
    [Fact]
    public void Placeholder() => Assert.NotNull(typeof(Program).Assembly);
}
