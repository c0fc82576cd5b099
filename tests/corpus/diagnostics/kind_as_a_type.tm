boundary pump {
    process app : process
}
